"""Nothing says 可以撤销 of a state whose row in ``content/states.yaml`` says no.

A text speaks of a state when its entry is the one that the row names, or when its sentence names the state. What
outcomes of flows say, ``flows.promises`` holds against the answers that lead to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from helpcenter.checks.links import check_target
from helpcenter.model.key_path import KeyPath
from helpcenter.model.states import State, Withdraw
from helpcenter.model.text_fields import line_fields, markdown_fields
from helpcenter.problems import Problem, problem
from helpcenter.sources.loading import Loaded, Origin

_SENTENCE = re.compile(r"[^。！？；!?;\n]+[。！？；!?;\n]?")
_CLAUSE = re.compile(r"[^，,]+")
_HOW = r"(?:直接|自己|自行|主动|随时|立即|立刻|马上|现在|提前|继续|先|再|去|点){0,4}"
_WHERE = r"(?:把[^，。]{1,8}|在[^，。]{1,12}[里上中])?"
_CLAIM = re.compile(
    rf"(?:可以|能够|支持|允许|(?<!许)可|(?<![可功])能){_HOW}{_WHERE}{_HOW}[“「]?撤销(?!的|按钮|入口|记录)"
)
_DENIAL = re.compile(r"[不没否未]|无法|并非|才(?:可|能)|[？?]|什么时候|哪|怎么|吗|如果|要是|除非")


def claims(text: str) -> Iterator[str]:
    """Yield the sentences of ``text`` that say without reserve that a request can be withdrawn."""
    for sentence in _SENTENCE.findall(text):
        if _CLAIM.search(sentence) and not _DENIAL.search(sentence):
            yield sentence.strip()


def check_states(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each state without an answer, and each text that promises what a state forbids."""
    center = loaded.center
    for row in center.states:
        if row.question is not None:
            yield from check_target(row.question, loaded.origins[f"state {row.id}"], ("question",), loaded, center.faq)
    forbidden = [row for row in center.states if row.withdraw is Withdraw.NO]
    for entry in center.entries() if forbidden else ():
        own = [row for row in forbidden if row.question == entry.id]
        for steps, text in (*line_fields(entry), *markdown_fields(entry)):
            if "撤销" in text:
                yield from _check_text(text, steps, loaded.origins[entry.id], own, center.states)


def _check_text(
    text: str, steps: KeyPath, origin: Origin, own: list[State], states: tuple[State, ...]
) -> Iterator[Problem]:
    for sentence in claims(text):
        for row in _named(sentence, states) or own:
            if row.withdraw is Withdraw.NO:
                yield problem("claims-withdraw", origin.at_text(steps, sentence), state=row.label, sentence=sentence)


def _named(sentence: str, states: Iterable[State]) -> list[State]:
    """Return the states that ``sentence`` names beside its claim, else those it names anywhere."""
    beside = "".join(clause for clause in _CLAUSE.findall(sentence) if _CLAIM.search(clause))
    return [row for row in states if row.label in beside] or [row for row in states if row.label in sentence]
