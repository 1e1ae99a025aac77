"""Short answers begin with the answer: who greets copies it, and copying puts the greeting before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, warning
from helpcenter.sources.loading import Loaded

GREETING = re.compile(
    r"(?:亲爱的(?:顾客|客户|用户|买家|朋友)?|亲亲?|您好|你好)(?=[，,！!。～~：: ])"
    r"|(?:hello|hi|hey|dear (?:customer|user|sir|madam))(?: there)?(?=[,!.])",
    re.IGNORECASE,
)


def check_replies(loaded: Loaded, found: Mapping[str, Iterable[tuple[KeyPath, str]]]) -> Iterator[Problem]:
    """Yield a warning for each short answer that opens with a greeting; those were ``found`` by entry."""
    for name, replies in found.items():
        for way, greeting in replies:
            yield warning("greeting-in-reply", loaded.origins[name].at(*way), greeting=greeting)


def greetings(entry: AnyEntry) -> Iterator[tuple[KeyPath, str]]:
    """Yield the ways to the short answers of ``entry`` that open with a greeting, and that."""
    for way, reply in _replies(entry):
        found = GREETING.match(reply.lstrip())
        if found is not None:
            yield way, found[0]


def _replies(entry: AnyEntry) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(entry, Flow):
        ends = ((("outcomes", node, "reply"), outcome.reply) for node, outcome in entry.outcomes.items())
        yield from ((way, reply) for way, reply in ends if reply)
    elif entry.reply:
        yield ("reply",), entry.reply
