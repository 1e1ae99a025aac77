"""Short answers begin with the answer: who greets copies it, and copying puts the greeting before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.problems import Problem, warning
from helpcenter.sources.loading import Loaded

GREETING = re.compile(
    r"(?:亲爱的(?:顾客|客户|用户|买家|朋友)?|亲亲?|您好|你好)(?=[，,！!。～~：: ])"
    r"|(?:hello|hi|hey|dear (?:customer|user|sir|madam))(?: there)?(?=[,!.])",
    re.IGNORECASE,
)


def check_replies(loaded: Loaded) -> Iterator[Problem]:
    """Yield a warning for each short answer that opens with a greeting."""
    for entry in loaded.center.faq.values():
        found = GREETING.match(entry.reply.lstrip())
        if found is not None:
            yield warning("greeting-in-reply", loaded.origins[entry.id].at("reply"), greeting=found[0])
