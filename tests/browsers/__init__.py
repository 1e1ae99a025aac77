"""Walks through a site in browsers that differ from the one that the other tests drive: ``make test-browsers``."""
