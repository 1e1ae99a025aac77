"""Nothing says 可以撤销 of a state whose row in ``content/states.yaml`` says no.

A text speaks of a state when its entry is the one that the row names, or when its sentence names the state. What
outcomes of flows say, ``flows.promises`` holds against the answers that lead to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.links import check_target
from generator.loading import Loaded, Origin
from generator.problems import Problem, problem
from generator.states import State, Withdraw
from generator.text_fields import line_fields, markdown_fields
from generator.yaml_source import Steps

_SENTENCE = re.compile(r"[^。！？；!?;\n]+[。！？；!?;\n]?")
_CLAIM = re.compile(r"(?:可以|能够|可|能)(?:直接|自己|随时|立即|马上|现在|先|再)*撤销(?!的)")
_DENIAL = re.compile(r"[不没否未]|无法|并非|才(?:可|能)|[？?]|什么时候|哪些|怎么|吗")


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
    text: str, steps: Steps, origin: Origin, own: list[State], states: tuple[State, ...]
) -> Iterator[Problem]:
    for sentence in claims(text):
        named = [row for row in states if f"“{row.label}”" in sentence]
        for row in named or own:
            if row.withdraw is Withdraw.NO:
                yield problem("claims-withdraw", origin.at_text(steps, sentence), state=row.label, sentence=sentence)
