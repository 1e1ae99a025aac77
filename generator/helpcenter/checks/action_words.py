"""What sentences say of an action: that it is possible, that it is not, that its button is to be pressed.

Words of grammar stand here, Chinese and English; the action and what else is said of it a project names itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from helpcenter.model.characters import is_cjk
from helpcenter.model.states import StateTable
from helpcenter.model.values import Value
from helpcenter.texts.readings import readings

_SENTENCE = re.compile(r"(?:[^。！？；!?;\n.]|(?<=\d)\.|\.(?!\s|$))+[。！？；!?;\n.]?")
_ENDS = "。！？；!?;."
_NUMBER = re.compile(r"^(?:\d+[.、]|[-*])\s*")
_HOW = (
    r"(?:直接|自己|自行|自助|主动|随时|立即|立刻|马上|现在|提前|继续|照样|照常|一样|在线|免费|随意|自由|全额|无条件|手动|先|再|去|点){0,4}"
)
_WHERE = r"(?:[把将][^，。]{1,8}|在[^，。]{1,12}[里上中])?"
_THEN = (
    r"(?:still|always|also|then|now|simply|just|easily|freely|directly|be|even|instead|first|safely|again|later|online"
    r"|yourself|at any time|any ?time|for free|free of charge)"
)
_RESERVE = (
    r"[不没否未]|无法|并非|才(?:可|能)|[？?]|什么时候|哪|怎么|吗|如果|要是|除非"
    r"|\b(?:not|no|never|none|nor|cannot|without|only|if|unless|whether|how|until|before|which)\b|n['’]t\b"
)
_PRESS_RESERVE = (
    r"如果|要是|除非|变回|能点|才能|再看|还有没有|有没有|吗|？|\?|\b(?:if|unless|once|when|whether|until|again)\b"
)
_OPEN, _SHUT = "“「『【\"*‘'", "”」』】\"*’'"
_PRESS = (
    rf"(?:^|[，,：:、\s*]|\d\.)[^，,再才别不没能可]{{0,12}}(?:点(?:一下|击|按|选)?|按(?:一下|下)?|选(?:择|中)?)\s*[{_OPEN}]+(?:%s)[^{_SHUT}]*[{_SHUT}]"
)
_PRESS_EN = (
    rf"(?:^|[,:;])(?:(?!\b(?:not|never)\b|n['’]t\b)[^,:;])*?\b(?:press|click|tap|choose|select)(?:\s+on)?(?:\s+the)?"
    rf"\s+[{_OPEN}]+(?:%s)[^{_SHUT}]*[{_SHUT}]"
)
_DEAD = (
    r"按钮[^，。]{0,6}(?:灰|没有|不见|消失|点不了)|灰的|灰色|点不了|点不动|(?:找不到|没有|看不到)[^，。]{0,6}(?:按钮|入口)"
    r"|\b(?:button|link|option)\b.{0,20}\b(?:gr[ae]y(?:ed)?|missing|disabled|gone)\b|\bgr[ae]yed\b"
    r"|\b(?:ca(?:n['’]?t|nnot)|could(?:n['’]t| not)) (?:press|tap|click|find|see)\b"
    r"|\bno\b.{0,20}\b(?:button|option|link)\b"
)


@dataclass(frozen=True, slots=True)
class ActionWords:
    """The patterns of one action, made by ``action_words``."""

    named: re.Pattern[str]
    claimed: re.Pattern[str]
    own: re.Pattern[str]
    """Claims that the table names itself, which may hold words that are a reserve elsewhere."""
    reserved: re.Pattern[str]
    pressed: re.Pattern[str]
    not_pressed: re.Pattern[str]
    refused: re.Pattern[str]

    def claims(self, text: str) -> Iterator[str]:
        """Yield the sentences of ``text`` that say without reserve that the action is possible."""
        for sentence in _SENTENCE.findall(text) if self.named.search(text) else ():
            if self.claims_in(sentence) and not self.reserved.search(self.own.sub("", sentence)):
                yield sentence.strip()

    def claims_in(self, clause: str) -> bool:
        """Return whether ``clause`` says, with or without reserve, that the action is possible."""
        return self.claimed.search(clause) is not None

    def presses(self, text: str) -> Iterator[str]:
        """Yield the sentences of ``text`` that tell without reserve to press the button of the action."""
        for sentence in _SENTENCE.findall(text):
            if self.pressed.search(sentence) and not self.not_pressed.search(sentence):
                yield _NUMBER.sub("", sentence.strip()).rstrip(_ENDS)

    def refuses(self, label: str) -> bool:
        """Return whether an answer says that the button is grey or missing, or that the action was refused."""
        return self.refused.search(label) is not None


def told(text: str, values: Mapping[str, Value], find: Callable[[str], Iterator[str]]) -> Iterator[tuple[str, str]]:
    """Yield the sentences that ``find`` finds in ``text`` once its values stand in it, each as typed and as read.

    A sentence counts when readers of one platform read it so.
    """
    if "{{" not in text:
        yield from ((sentence, sentence) for sentence in find(text))
        return
    for typed in _SENTENCE.findall(text):
        read = (sentence for said in readings(typed, values) for sentence in find(said))
        if sentence := next(read, None):
            yield sentence if sentence in typed else typed.strip(), sentence


@lru_cache(maxsize=8)
def action_words(table: StateTable) -> ActionWords:
    """Return what tells how texts speak of the action of ``table``."""
    word = re.escape(table.action)
    chinese = any(map(is_cjk, table.action))
    claims, denials = _any(table.claims), _any(table.denials)
    refused = rf"(?:不能|无法|没法|不允许|不支持|不可以|不让){word}|{word}不了" if chinese else _refused(word)
    buttons = _any(table.buttons or (table.action,))
    return ActionWords(
        _pattern(word if chinese else _inflected(table.action), claims),
        _pattern(_claim(word) if chinese else _english_claim(table.action), claims),
        _pattern(claims or r"(?!)"),
        _pattern(_RESERVE, denials),
        _pattern(_PRESS % buttons, _PRESS_EN % buttons),
        _pattern(_PRESS_RESERVE),
        _pattern(_DEAD, refused, denials),
    )


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(filter(None, parts)), re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _claim(word: str) -> str:
    may = r"(?:可以|能够|支持|允许|(?<!许)可|(?<![可功])能)"
    return rf"{may}{_HOW}{_WHERE}{_HOW}[“「]?{word}(?!的(?![。！!，,；;\s]|$)|按钮|入口|记录)"


def _english_claim(action: str) -> str:
    may = r"can|may|could|(?:able|allowed|free|possible|permitted) to|lets? you|allows?(?: you to)?|supports?"
    return rf"\b(?:{may})(?:\s+{_THEN})*\s+[“\"]?{_inflected(action)}\b(?!\s+(?:button|option|link))"


def _refused(word: str) -> str:
    return rf"\b(?:ca(?:n['’]?t|nnot)|could(?:n['’]t| not)|not allowed to|unable to) {word}\b"


def _inflected(action: str) -> str:
    """Return a pattern of an English verb and its forms: cancel, cancels, canceled, cancelling, withdrawn, changing."""
    word, last = re.escape(action), re.escape(action[-1])
    return rf"(?:{word}(?:{last}?(?:ed|ing)|[dns])?|{re.escape(action[:-1])}(?:ing|ied))"
