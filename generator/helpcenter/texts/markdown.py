"""The parser behind ``text``: markdown-it, cut down to what writers may use; with ``cjk`` its only import.

It knows no project: what a link or a value means is asked of the ``Notes`` of the text at hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from helpcenter.model.characters import leaves_gap
from helpcenter.sources.headings import ID
from helpcenter.texts.block_rules import BLANKS, use_blocks
from helpcenter.texts.cjk import CjkInline
from helpcenter.texts.inline_rules import kept_places, use_inlines

PAGE_RULES = ("heading", "hr")
RULES = ("escape", "backticks", "emphasis", "link", "image", "list", "table", "newline")


class Meaning(Protocol):
    """What the parser asks about the targets in a text."""

    anchors: Mapping[int, str]
    """The anchors of headings by their lines."""

    def allows(self, url: str) -> bool:
        """Return whether ``url``, decoded, may be a link or an image at all."""

    def href(self, url: str) -> str | None:
        """Return the address of a link, or None for a link to nothing."""

    def image(self, url: str, alternative: str) -> dict[str, str]:
        """Return the attributes of an image, whose ``alternative`` is put in when it is written."""

    def value(self, name: str, typed: str) -> str | None:
        """Return the text of a value that was ``typed`` in braces, or None when there is none."""

    def said(self, name: str, text: str, *, linked: bool) -> str:
        """Return the HTML of the value ``name``, which is ``text`` for everybody; ``linked`` to its source or not."""


class Parser:
    """markdown-it with our rules."""

    def __init__(self, *, page: bool = False) -> None:
        """Make a parser; that of a whole ``page`` knows headings and rules too."""
        self._markdown = MarkdownIt("zero", {"html": False})
        self._markdown.inline = CjkInline()
        self._markdown.configure("zero", {"html": False})
        self._markdown.enable([*RULES, *(PAGE_RULES if page else ())])
        use_blocks(self._markdown)
        use_inlines(self._markdown)
        self._markdown.core.ruler.at("inline", _inline)
        self._markdown.core.ruler.push("resolve", _resolve)
        self._markdown.add_render_rule("softbreak", _softbreak)
        self._markdown.add_render_rule("fence", _fence)
        self._markdown.add_render_rule("value", _value)

    def html(self, source: str, meaning: Meaning, *, inline: bool) -> str:
        """Return the HTML of ``source``."""
        self._markdown.validateLink = meaning.allows  # type: ignore[method-assign]
        env = {"meaning": meaning}
        return str(self._markdown.renderInline(source, env) if inline else self._markdown.render(source, env))


def _inline(state: Any) -> None:
    """Parse the lines of each paragraph, told which of its line ends are kept."""
    lines = state.src.split("\n")
    items = 0
    heading = False
    for token in state.tokens:
        items += token.nesting if token.type.startswith("list_item") else 0
        if token.type == "heading_open" and token.map:
            token.attrs = _anchor(state.env["meaning"], token.map[0])
        elif token.type == "inline" and token.level == 1 and "#" in token.content:
            token.content = ID.sub("", token.content) if heading else token.content
        heading = token.type == "heading_open"
        if token.type == "inline":
            token.content = token.content.lstrip(BLANKS) if token.map else token.content
            typed = lines[slice(*token.map)] if token.map else []
            state.env["kept"] = kept_places(token.content, typed, in_item=items > 0)
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _anchor(meaning: Meaning, line: int) -> dict[str, str | int | float]:
    anchor = meaning.anchors.get(line)
    return {"id": anchor} if anchor else {}


def _resolve(state: Any) -> None:
    for token in state.tokens:
        if "style" in token.attrs:
            token.attrs = {"class": f"hc-{str(token.attrs['style']).removeprefix('text-align:')}"}
        if token.children:
            token.children = _resolved(token.children, state.env["meaning"])


def _resolved(tokens: list[Token], meaning: Meaning) -> list[Token]:
    kept: list[Token] = []
    dropped: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            href = meaning.href(str(token.attrs["href"]))
            dropped.append(href is None)
            if href is None:
                continue
            token.attrs = {"href": href} if href.startswith(("../", "#")) else {"href": href, "rel": "noopener"}
        elif token.type == "link_close" and dropped.pop():
            continue
        elif token.type == "image":
            token.attrs = {**meaning.image(str(token.attrs["src"]), token.content)}
            _say_plainly(token.children or ())
            if all(dropped) and token.attrs["src"]:
                kept += _whole(token)
                continue
        kept.append(token)
    return kept


def _whole(image: Token) -> list[Token]:
    """Return a picture that leads to the whole of itself, which needs no script."""
    opened = Token("link_open", "a", 1, attrs={"href": image.attrs["src"]})
    return [opened, image, Token("link_close", "a", -1)]


def _softbreak(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    before = "".join(token.content for token in tokens[:index])
    after = "".join(token.content for token in tokens[index + 1 :])
    return "\n" if leaves_gap(before, after) else ""


def _say_plainly(tokens: Sequence[Token]) -> None:
    """Let values stand as text, where no elements can."""
    for token in tokens:
        token.type = "text" if token.type == "value" else token.type


def _value(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """Return a value, in the words of each platform, with the way to its source."""
    token = tokens[index]
    return str(env["meaning"].said(token.meta["name"], token.content, linked=token.meta["linked"]))


def _fence(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """Return code that can be scrolled with the keyboard; the word for its language says nothing to readers."""
    return f'<pre tabindex="0"><code>{escapeHtml(tokens[index].content)}</code></pre>\n'
