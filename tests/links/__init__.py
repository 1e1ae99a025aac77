"""Tests of published addresses."""
