"""JSON-LD after schema.org: BreadcrumbList, Article, FAQPage, WebPage."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from helpcenter.model.entries import Article, FaqEntry
from helpcenter.project import Site
from helpcenter.texts.rendered import plain


def breadcrumbs(crumbs: Sequence[tuple[str, str]], site: Site) -> dict[str, Any]:
    """Return a BreadcrumbList of (name, path below the site) pairs."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": site.absolute(path)}
        for place, (name, path) in enumerate(crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def article(entry: Article, path: str, site: Site) -> dict[str, Any]:
    """Return an Article; its text stands in the page itself."""
    return {
        "@type": "Article",
        "headline": entry.title,
        "description": entry.summary,
        "inLanguage": site.language,
        "dateModified": entry.updated.isoformat(),
        "mainEntityOfPage": site.absolute(path),
        "publisher": {"@type": "Organization", "name": site.name},
    }


def web_page(title: str, description: str, path: str, site: Site) -> dict[str, Any]:
    """Return a WebPage, for what has no type of its own."""
    return {
        "@type": "WebPage",
        "name": title,
        "description": description,
        "inLanguage": site.language,
        "url": site.absolute(path),
    }


def faq_page(entry: FaqEntry, answer_html: str, path: str, site: Site) -> dict[str, Any]:
    """Return a FAQPage with one question and its answer as plain text."""
    answer = {"@type": "Answer", "text": f"{entry.reply} {plain(answer_html)}".strip()}
    return {
        "@type": "FAQPage",
        "inLanguage": site.language,
        "dateModified": entry.updated.isoformat(),
        "url": site.absolute(path),
        "mainEntity": [{"@type": "Question", "name": entry.question, "acceptedAnswer": answer}],
    }


def markup(items: Sequence[dict[str, Any]]) -> Markup:
    """Return the JSON of a ``script`` element; no character of it can end the element."""
    document = {"@context": "https://schema.org", "@graph": list(items)}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))
