"""What pages may load and run: nothing inline, nothing from elsewhere."""

from __future__ import annotations

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The Content-Security-Policy of every page, which carries it itself for hosts that send no header."""
