"""What the program says: one catalogue a language, and problems in its words."""
