"""Characters that are not what they seem: those that nobody sees, and those that look like others.

What stands in a text for people is judged by its neighbours: emoji, Persian, Indic and other scripts need joiners,
marks of direction and selectors. What the program reads (ids, dates, names of fields) needs none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from unicodedata import bidirectional, category, normalize

BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
CANDIDATES = re.compile(
    f"[{BLANKS}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010fffd]"
)
"""What is not seen, or seen as an empty box."""
_SEEN = re.compile(
    "[\t-~\u00a1-\u00ac\u00ae-\u034e\u0350-\u061b\u061d-\u115e\u2010-\u2027\u2030-\u205e\u3001-\u3163\u3165-\ud7ff"
    "\uf900-\ufdff\uff01-\uff9f]*"
)
"""What nearly all texts are made of: to see that takes a quarter of the time of looking for what is not there."""
_BLANK = re.compile(f"[{BLANKS}]")
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_OVERRIDES, _OPENERS, _CLOSERS = "\u202d\u202e", "\u202a\u202b\u2066\u2067\u2068", "\u202c\u2069"
_WITHOUT_SPACES = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\ua9e0-\uaa7f]")
"""Thai, Lao, Tibetan, Myanmar, Khmer: a zero-width space shows where their words end."""
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]*")
_LATIN_TWINS = dict(
    zip(
        "АВЕЅЗІЈКМНОРСТУХҮԚԜаеѕіјорсухԁԛԝһӏυνοραικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ‐‑‒–—―−⁃﹣․∶։ꓽ；",
        "ABES3IJKMHOPCTYXYQWaesijopcyxdqwhluvopaikABEZHIKMNOPTYX--------" + "-.:::;",
        strict=True,
    )
)
"""Letters and marks of other scripts that look like ASCII; full-width forms and the like, Unicode itself maps."""
_NAMED = frozenset("\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u2060\u3000\ufeff")
_KINDS: list[tuple[str, Callable[[str], bool]]] = [
    ("blank", lambda char: _BLANK.match(char) is not None),
    ("direction", lambda char: re.match(f"[{_BIDI}]", char) is not None),
    ("selector", lambda char: "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"),
    ("tag", lambda char: "\U000e0000" <= char <= "\U000e007f"),
    ("private", lambda char: category(char) == "Co"),
    ("control", lambda char: category(char) == "Cc"),
    ("cyrillic", lambda char: "\u0400" <= char <= "\u052f"),
    ("greek", lambda char: "\u0370" <= char <= "\u03ff"),
    ("full-width", lambda char: "\uff00" <= char <= "\uffef"),
    ("dash", lambda char: category(char) == "Pd" or char == "\u2212"),
]


def code_point(char: str) -> str:
    """Return ``char`` as Unicode names it, as in ``U+00A0``."""
    return f"U+{ord(char):04X}"


def kind(char: str) -> str:
    """Return what catalogues of words call the kind of ``char``."""
    if char in _NAMED:
        return f"u{ord(char):04x}"
    return next((name for name, fits in _KINDS if fits(char)), "unseen" if is_unseen(char) else "other")


def is_unseen(char: str) -> bool:
    """Return whether nobody sees ``char``, or only as an empty box; the plain space is seen."""
    return not char.isprintable() or CANDIDATES.match(char) is not None


def may_hold_unseen(text: str) -> bool:
    """Return whether there is a character in ``text`` that is not seen, harmless or not."""
    return _SEEN.fullmatch(text) is None and CANDIDATES.search(text) is not None


def twin(char: str) -> str:
    """Return the ASCII character that ``char`` looks like, or nothing."""
    plain = _LATIN_TWINS.get(char) or normalize("NFKC", char)
    return plain if len(plain) == 1 and plain.isascii() and char > "\u007f" and not is_unseen(char) else ""


def stranger(text: str) -> str:
    """Return the first character of ``text``, which the program reads, that is not seen or looks like another."""
    return next((char for char in text if char > "\u007e" and (is_unseen(char) or twin(char))), "")


def unseen(text: str, *, one_line: bool) -> Iterator[int]:
    """Yield where a text for people holds what does harm unseen: the first of each character.

    Blanks that are not the plain space count at the ends of a line only.
    """
    told: set[str] = set()
    for found in CANDIDATES.finditer(text):
        char, at = found[0], found.start()
        harms = one_line and _is_at_end(text, at) if _BLANK.match(char) else not _belongs(text, at)
        if harms and char not in told:
            told.add(char)
            yield at


def _is_at_end(text: str, at: int) -> bool:
    return not text[:at].strip() or not text[at:].strip()


def _belongs(text: str, at: int) -> bool:
    """Return whether the script around it needs the unseen character at ``at``."""
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if re.match(f"[{_BIDI}]", char):
        return char not in _OVERRIDES and _is_balanced(text) and any(bidirectional(one) in ("R", "AL") for one in text)
    if char == "\u200b":
        return _WITHOUT_SPACES.match(before + after) is not None or _WITHOUT_SPACES.match(after) is not None
    if char == "\u00ad":
        return _is_alphabetic(before) and _is_alphabetic(after)
    if char in "\u200c\u200d\u034f":
        return not _is_plain(before)
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return bool(before.strip()) and (not before.isascii() or after == "\u20e3")
    if "\U000e0020" <= char <= "\U000e007f":
        return any(flag.start() < at < flag.end() for flag in _FLAG.finditer(text))
    return "\u1100" <= before <= "\u11ff" or "\u1780" <= before <= "\u18af"


def _is_balanced(text: str) -> bool:
    return sum(text.count(char) for char in _OPENERS) == sum(text.count(char) for char in _CLOSERS)


def _is_alphabetic(char: str) -> bool:
    return char.isalpha() and not _is_ideographic(char)


def _is_plain(char: str) -> bool:
    """Return whether ``char`` joins with no neighbour: an end, a blank, ASCII, Chinese."""
    return not char.strip() or char.isascii() or _is_ideographic(char)


def _is_ideographic(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" or "\U00020000" <= char <= "\U0003ffff"
