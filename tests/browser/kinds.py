"""The kinds of page that the site has, one address each."""

from __future__ import annotations

from typing import Final

HOME: Final = "/"
ARTICLE: Final = "/cancel-after-sales/"
TABLES: Final = "/platform-comparison/"
FAQ: Final = "/request-rejected/"
FLOW: Final = "/why-cannot-cancel/"
SEARCH: Final = "/search/"
ABOUT: Final = "/about/"
MISSING: Final = "/no-such-page/"

KINDS: Final = {
    "home": HOME,
    "topic": "/withdraw/",
    "article": ARTICLE,
    "tables": TABLES,
    "faq": FAQ,
    "flow": FLOW,
    "map": f"{FLOW}map/",
    "topics": "/topics/",
    "questions": "/questions/",
    "updates": "/updates/",
    "search": SEARCH,
    "markdown": ABOUT,
    "missing": MISSING,
}

RESULT: Final = ".hc-results a"
"""Links of search results."""
