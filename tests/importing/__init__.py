"""Tests of reading flows from elsewhere."""
