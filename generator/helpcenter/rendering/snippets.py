"""Small HTML elements that stand on pages by the hundred; made here because a template would cost ten times as much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from markupsafe import Markup

from helpcenter.model.fields import Audience
from helpcenter.model.help_center import AnyEntry
from helpcenter.texts.plain_markdown import escaped
from helpcenter.words.catalogue import Words


class Snippets:
    """Headings with their link marks and links to entries, in the words of one language.

    A mark stands beside its heading, not in it: special readers read a heading by its own words alone.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._label = escaped(words("page.link_to", title="\0"))
        self._links: dict[str, str] = {}
        self.area: Callable[[str, str], Markup] = lru_cache(maxsize=256)(self._area)

    def filters(self) -> dict[str, Callable[..., str]]:
        """Return what templates use as filters, which Jinja calls faster than functions."""
        return {
            "mark": self.mark,
            "area": self.area,
            "section": self.section,
            "part": self.part,
            "signalled": self.signalled,
            "entry_items": self.entry_items,
            "neighbour_items": self.neighbour_items,
        }

    def mark(self, title: str, anchor: str) -> Markup:
        """Return the link mark of the section ``anchor``."""
        return Markup(self._mark(anchor, escaped(title)))

    def section(self, title: str, anchor: str) -> Markup:
        """Return the heading of a section of a page."""
        return self._heading("h2", escaped(title), anchor)

    def part(self, title: str, anchor: str) -> Markup:
        """Return the heading of a part of an entry."""
        return self._heading("h3", escaped(title), anchor)

    def signalled(self, title: str, anchor: str, signal: str) -> Markup:
        """Return the heading of a precaution: its signal word, then its title."""
        return self._heading("h3", escaped(title), anchor, f'<span class="hc-signal">{escaped(signal)}</span> ')

    def entry_items(self, entries: Sequence[AnyEntry], up: str) -> Markup:
        """Return list items that link to ``entries``, with badges on what is not for consumers."""
        items = (f'<li><a href="{up}{entry.id}/" dir="auto">{self._name(entry)}</a></li>\n' for entry in entries)
        return Markup("".join(items))

    def neighbour_items(self, entries: Sequence[AnyEntry], current: AnyEntry) -> Markup:
        """Return list items for the entries of a topic; the current one is no link."""
        return Markup("".join(self._here(entry) if entry is current else self._link(entry) for entry in entries))

    def _area(self, name: str, anchor: str) -> Markup:
        """Return the heading of an area, whose words are called ``name``."""
        return self.section(self._words(name), anchor)

    def _heading(self, tag: str, shown: str, anchor: str, before: str = "") -> Markup:
        heading = f'<{tag} id="{anchor}" dir="auto">{before}{shown}</{tag}>'
        return Markup(f'<div class="hc-{tag}">{heading}&nbsp;{self._mark(anchor, shown)}</div>')

    def _mark(self, anchor: str, shown: str) -> str:
        return f'<a class="hc-mark" href="#{anchor}" aria-label="{self._label.replace(chr(0), shown)}">#</a>'

    def _here(self, entry: AnyEntry) -> str:
        return f'<li><span aria-current="page" dir="auto">{escaped(entry.heading)}</span></li>\n'

    def _link(self, entry: AnyEntry) -> str:
        if entry.id not in self._links:
            self._links[entry.id] = f'<li><a href="../{entry.id}/" dir="auto">{escaped(entry.heading)}</a></li>\n'
        return self._links[entry.id]

    def _name(self, entry: AnyEntry) -> str:
        if Audience.CONSUMER in entry.audience:
            return escaped(entry.heading)
        badges = "".join(f'<span class="hc-badge">{self._words(f"audience.{who}")}</span>' for who in entry.audience)
        return escaped(entry.heading) + badges
