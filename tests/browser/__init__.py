"""Promises that only a browser can check, on the site as it ships."""
