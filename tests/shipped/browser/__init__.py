"""The site of the content that ships, in a real browser."""
