"""A help center from YAML: validated model, pages, files."""
