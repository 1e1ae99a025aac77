"""A fact in a text leads to the line of its page that says where it was read and when."""

from __future__ import annotations

import re

from helpcenter.texts.variants import Variants, with_variants

_FACT = re.compile(r'<a class="hc-fact" href="#[^"]*">(.*?)</a>')


def fact_id(name: str) -> str:
    """Return the anchor of the source of the value ``name``; no part of an entry can have it."""
    return f"fact.{name}"


def fact(name: str, text: str, variants: Variants) -> str:
    """Return the HTML of the value ``name``, a link to its source."""
    return f'<a class="hc-fact" href="#{fact_id(name)}">{with_variants(text, variants)}</a>'


def on_page(html: str, entry_id: str) -> str:
    """Return ``html`` with facts that lead to their sources on the page of the entry ``entry_id``."""
    return str(html).replace('href="#fact.', f'href="../{entry_id}/#fact.')


def without_links(html: str) -> str:
    """Return ``html`` with facts as text, for pages where an address names something else."""
    return _FACT.sub(r"\1", str(html)) if 'class="hc-fact"' in html else html
