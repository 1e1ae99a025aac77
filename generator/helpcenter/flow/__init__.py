"""Guided flows as graphs: replay, specialisation, journeys and routes. Knows no HTML and no files."""
