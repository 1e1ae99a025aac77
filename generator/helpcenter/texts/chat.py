"""Typeset text as plain text to paste into a chat: steps numbered, no marks, one blank line between blocks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from helpcenter.texts.variants import for_everybody

BLOCKS = frozenset({"p", "h2", "h3", "h4", "li", "ul", "ol", "blockquote", "pre", "table", "tr"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")


def chat_text(html: str) -> str:
    """Return ``html`` for everybody as lines of plain text.

    Links to other hosts keep their address, apart by blanks, so that no mark behind becomes a part of it; those inside
    the site keep their label alone. Pictures are left out.
    """
    reader = TextReader()
    reader.feed(for_everybody(html))
    reader.close()
    return reader.text()


class TextReader(HTMLParser):
    """Collects lines. ``_lists`` holds the last number of every list that is open, None for one without numbers."""

    indent = 2
    """By how many blanks a list inside another stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._lists: list[int | None] = []
        self._marker = ""
        self._cells = 0
        self._verbatim = False
        self._href, self._label = "", 0

    def text(self) -> str:
        """Return what was read."""
        self._end()
        lines = "\n".join(self._lines).split("\n")
        kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
        return "\n".join(kept).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read the start of an element."""
        if tag in BLOCKS:
            self._end(apart=not self._lists and tag not in ("tr", "li"))
        if tag in ("ol", "ul"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._marker = self._next_marker()
        elif tag == "br":
            self._end()
        elif tag in ("td", "th"):
            self._line += [" · "] if self._cells else []
            self._cells += 1
        elif tag == "pre":
            self._verbatim = True
        elif tag == "a":
            self._href, self._label = dict(attrs).get("href") or "", len(self._line)

    def handle_endtag(self, tag: str) -> None:
        """Read the end of an element."""
        if tag == "a":
            label = "".join(self._line[self._label :]).strip()
            outside = self._href.startswith(("https:", "http:")) and self._href != label
            self._line += [f" {self._href} "] if outside else []
        elif tag in BLOCKS:
            self._end(apart=tag not in ("tr", "li") and len(self._lists) <= (tag in ("ol", "ul")))
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag == "tr":
            self._cells = 0
        elif tag == "pre":
            self._verbatim = False

    def handle_data(self, data: str) -> None:
        """Read text."""
        self._line.append(data if self._verbatim else self.shown(_BLANKS.sub(" ", data)))

    def shown(self, text: str) -> str:
        """Return ``text`` as it stands in a line."""
        return text

    def marker(self, number: int | None, depth: int) -> str:
        """Return what stands before an item of a list, of which ``depth`` lists around it have numbers."""
        return "• " if number is None else f"{number}. " if depth == 1 else f"{number}) "

    def _next_marker(self) -> str:
        last = self._lists[-1] if self._lists else None
        number = None if last is None else last + 1
        if self._lists:
            self._lists[-1] = number
        return self.marker(number, sum(number is not None for number in self._lists))

    def _end(self, *, apart: bool = False) -> None:
        """End the line; an item's marker waits for its first words."""
        typed = "".join(self._line)
        text = typed.strip("\n") if self._verbatim else _BLANKS.sub(" ", typed).strip(" ")
        self._line = []
        if text:
            indent = " " * self.indent * max(0, len(self._lists) - 1)
            inner = indent + " " * len(self._marker)
            first, *rest = text.split("\n")
            self._lines += [f"{indent}{self._marker}{first}", *(f"{inner}{line}" for line in rest)]
            self._marker = ""
        if apart and self._lines and self._lines[-1]:
            self._lines.append("")
