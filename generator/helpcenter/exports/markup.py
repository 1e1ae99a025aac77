"""HTML that stands anywhere: absolute links, no classes, nothing that needs a script or a style sheet."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin

KEPT = frozenset(
    {"p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "table", "thead", "tbody"}
    | {"tr", "th", "td", "a", "img", "br", "bdi", "span"}
)
ATTRIBUTES = {"a": ("href",), "img": ("src", "alt"), "span": ("lang",)}
_DIRECTION = ("dir",)


def standing_alone(html: str, page: str) -> str:
    """Return ``html`` of the page at the full address ``page``; without one, links inside the site are their labels
    and its pictures what they show.
    """
    writer = _Rewriter(page)
    writer.feed(html)
    writer.close()
    return "".join(writer.made).strip()


class _Rewriter(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[str] = []
        self._page = page
        self._links: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KEPT:
            return
        given = {name: value or "" for name, value in attrs}
        places = [name for name in ("href", "src") if name in given]
        for name in places:
            given[name] = urljoin(self._page, given[name])
        leads = all(given[name].startswith(("https:", "http:", "mailto:", "tel:")) for name in places)
        if tag == "a":
            self._links.append(leads)
        if leads:
            kept = [name for name in (*ATTRIBUTES.get(tag, ()), *_DIRECTION) if given.get(name)]
            shown = "".join([f' {name}="{escape(given[name])}"' for name in kept])
            self.made.append(f"<{tag}{shown}>")
        elif tag == "img":
            self.made.append(escape(given.get("alt", ""), quote=False))

    def handle_endtag(self, tag: str) -> None:
        if tag in KEPT and (tag != "a" or self._links.pop()):
            self.made.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.made.append(escape(data, quote=False))
