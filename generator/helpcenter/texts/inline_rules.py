"""Rules for markdown-it's lines: values in braces, bare addresses, and line ends that are kept."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline.newline import newline
from markdown_it.rules_inline.state_inline import StateInline

from helpcenter.sources.typed_lines import kept_ends
from helpcenter.texts.bare_links import bare_links
from helpcenter.texts.braces import VALUE


def use_inlines(markdown: MarkdownIt) -> None:
    """Add our rules to those of ``markdown``'s lines."""
    ruler = markdown.inline.ruler
    ruler.at("text", _text)
    ruler.at("newline", _newline)
    ruler.before("text", "bare", _bare)
    ruler.push("value", _value)


def _text(state: StateInline, silent: bool) -> bool:
    """Take what has no meaning: up to the next mark, or to the next bare address."""
    mark = state.md.inline.terminator_re.search(state.src, state.pos, state.posMax)
    end = mark.start() if mark else state.posMax
    if links := bare_links(state.src):
        end = min((start for start in links if state.pos < start < end), default=end)
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _bare(state: StateInline, silent: bool) -> bool:
    """Make a link of a bare address; not inside another link."""
    link = bare_links(state.src).get(state.pos)
    if link is None or link.end > state.posMax:
        return False
    if not silent and state.linkLevel:
        state.append_pending(state.src[state.pos : link.end])
    elif not silent:
        state.push("link_open", "a", 1).attrs = {"href": link.href}
        state.push("text", "", 0).content = link.text
        state.push("link_close", "a", -1)
    state.pos = link.end
    return True


def _newline(state: StateInline, silent: bool) -> bool:
    """Break the line where ``env`` says that it is meant, and as Markdown does."""
    place = state.pos
    if not newline(state, silent):
        return False
    if not silent and place in state.env.get("kept", ()):
        state.tokens[-1].type = "hardbreak"
    return True


def _value(state: StateInline, silent: bool) -> bool:
    match = VALUE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        text = state.env["meaning"].value(match.group(1), match.group(0))
        if text is None:
            state.append_pending(match.group(0))
        else:
            token = state.push("value", "", 0)
            token.content, token.meta = text, {"name": match.group(1), "linked": not state.linkLevel}
    state.pos = match.end()
    return True


def kept_places(content: str, typed: list[str], *, in_item: bool) -> frozenset[int]:
    """Return where the line ends of ``content`` stand that are kept; ``typed`` are its lines with their indents."""
    if "\n" not in content:
        return frozenset()
    lines = content.split("\n")
    if [line.strip() for line in typed[1:]] != [line.strip() for line in lines[1:]]:
        typed = lines
    places = []
    place = -1
    for line, kept in zip(lines, kept_ends([lines[0], *typed[1:]], in_item=in_item), strict=False):
        place += len(line) + 1
        places += [place] if kept else []
    return frozenset(places)
