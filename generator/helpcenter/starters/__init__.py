"""Help centers and entries to begin with: what they hold stands in a folder a language, as plain files."""
