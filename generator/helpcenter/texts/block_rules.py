"""Rules for markdown-it's blocks: where Markdown's own would swallow what writers did not mean."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block.blockquote import blockquote
from markdown_it.rules_block.fence import fence
from markdown_it.rules_block.state_block import StateBlock

from helpcenter.sources.fences import closers, closing

BLANKS = "\u3000\u2003\u2002\u00a0"
"""Wide blanks that begin a paragraph in Word."""
_COMPARES = re.compile(r">[ \t]*(?:[\d=\u00a5\uffe5$]|\Z)|>[_.<^~-]")


def use_blocks(markdown: MarkdownIt) -> None:
    """Give ``markdown`` fences that end, quotations that are no comparisons, and indented paragraphs."""
    ruler = markdown.block.ruler
    alternatives: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    ruler.at("fence", _fence, alternatives)
    ruler.at("blockquote", _quotation, alternatives)
    ruler.push("indent", _indent, {"alt": ["paragraph"]})
    ruler.enable(["fence", "blockquote"])


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a fence that is closed."""
    if "closers" not in state.env:
        state.env["closers"] = closers(state.src.split("\n"))
    closed = closing(_line(state, start), start, state.env["closers"])
    return closed is not None and closed < end and fence(state, start, end, silent)


def _quotation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a quotation, but not ``> 5``."""
    return not _COMPARES.match(_line(state, start)) and blockquote(state, start, end, silent)


def _indent(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """End the paragraph before a line with the indent of a new one."""
    return silent and _line(state, start)[:1] in BLANKS
