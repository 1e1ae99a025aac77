"""A help center from YAML: validated model, pages, files."""

__version__ = "0.1.0"
