"""Guided flows as graphs: replay, specialisation, journeys and paths. Knows no HTML and no files."""
