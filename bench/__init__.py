"""Makes help centers from a seed, builds them with this program and its peers, and prints ratios."""
