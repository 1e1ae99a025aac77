"""An answer as Markdown, for programs: headings, lists, bold and links; all else is escaped text."""

from __future__ import annotations

import re

from helpcenter.texts.chat import TextReader

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&]")
_MARKS = {"strong": "**", "em": "*"}
_HEADINGS = {"h2": "## ", "h3": "### ", "h4": "#### "}


def markdown(html: str) -> str:
    """Return ``html`` that stands alone as Markdown."""
    writer = _MarkdownWriter()
    writer.feed(html)
    writer.close()
    return writer.text()


def escaped_line(text: str) -> str:
    """Return one line of plain text so that Markdown shows it as it is."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))


class _MarkdownWriter(TextReader):
    indent = 3

    def shown(self, text: str) -> str:
        return _SIGNS.sub(r"\\\g<0>", text)

    def marker(self, number: int | None, depth: int) -> str:
        return "- " if number is None else f"{number}. "

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag in _HEADINGS:
            self._marker = _HEADINGS[tag]
        elif tag in _MARKS:
            self._line.append(_MARKS[tag])
        elif tag == "a":
            self._line.append("[")
        elif tag == "pre":
            self._line.append("```\n")
        elif tag == "img":
            self._line.append(f"![{self.shown(dict(attrs).get('alt') or '')}]({dict(attrs).get('src') or ''})")

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            self._line.append(_MARKS[tag])
        elif tag == "a":
            self._line.append(f"]({self._href})")
            self._href = ""
        elif tag == "pre":
            self._line.append("```")
        super().handle_endtag(tag)
