"""Markdown for Chinese: emphasis beside full-width punctuation, line ends that leave no gap.

CommonMark decides by spaces and punctuation whether ``**`` opens or closes, so ``**注意：**请`` stays literal.
The rule here lets a Chinese, Japanese or Korean character stand for a space, after the amendments proposed as
"markdown-cjk-friendly" (github.com/tats-u/markdown-cjk-friendly, specification).
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from helpcenter.model.characters import is_cjk


class _CjkState(StateInline):
    """Inline state whose delimiter runs know Chinese."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 - markdown-it's names
        """Tell whether the run of markers at ``start`` can open or close emphasis."""
        end = start
        while end < self.posMax and self.src[end] == self.src[start]:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        left = _flanks(inner=after, outer=before)
        right = _flanks(inner=before, outer=after)
        can_open = left and (canSplitWord or not right or _is_punctuation(before))
        can_close = right and (canSplitWord or not left or _is_punctuation(after))
        return Scanned(can_open, can_close, end - start)


class CjkInline(ParserInline):
    """The inline parser of markdown-it over ``_CjkState``."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Push the inline tokens of ``src`` to ``tokens``."""
        state = _CjkState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


def _flanks(*, inner: str, outer: str) -> bool:
    if isWhiteSpace(ord(inner)):
        return False
    return not _is_punctuation(inner) or isWhiteSpace(ord(outer)) or _is_punctuation(outer) or is_cjk(outer)
