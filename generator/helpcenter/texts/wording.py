"""What an answer says, part by part, in a few letters each: others when readers would read something else.

Only words count, with the values in them and those of every platform: how a text is marked up, where its links lead and
how a page is laid out do not, so that neither a comma of YAML nor a new release makes an answer another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from helpcenter.addresses import part_ids
from helpcenter.memory import FORGETFUL, Memory
from helpcenter.model.entries import Article
from helpcenter.model.fields import Status
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry, HelpCenter, reply_of
from helpcenter.model.key_path import KeyPath
from helpcenter.model.text_fields import text_fields
from helpcenter.texts.all_texts import Texts, TextsOfOne

LETTERS = 6
"""Of how many hexadecimal digits a digest is made."""
_NO_WORDS_OF_IT = frozenset({"changes", "sources", "tests", "aliases"})
_AREAS = frozenset({"reply", "intro", "answer", "follow-up", "closing"})
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Wording:
    """The digest of each part of an answer by its anchor, those of an article's questions among them; what has no
    anchor stands under an empty one. ``reply`` is its short answer for everybody.
    """

    parts: Mapping[str, str]
    reply: str


def wordings_of(center: HelpCenter, texts: Texts, memory: Memory = FORGETFUL) -> dict[str, Wording]:
    """Return what each published entry says, by its id."""
    shown = [entry for entry in center.entries() if entry.status is Status.PUBLISHED]
    own = {entry.id: memory(wording_of, entry, texts[entry.id]) for entry in shown}
    for entry in shown:
        if isinstance(entry, Article) and entry.questions:
            asked = {name: _digest(own[name].parts.values()) for name in entry.questions if name in own}
            own[entry.id] = Wording({**own[entry.id].parts, **asked}, own[entry.id].reply)
    return own


def wording_of(entry: AnyEntry, texts: TextsOfOne) -> Wording:
    """Return what ``entry`` says by itself."""
    made = {text.steps: text for text in texts}
    held: dict[str, list[str]] = defaultdict(list)
    places = dict(_places(entry))
    for steps, source in text_fields(entry):
        if steps[0] not in _NO_WORDS_OF_IT:
            text = _TAG.sub("", str(made[steps].rendered.html)) if steps in made else source
            held[_anchor(steps, places)].append("".join(text.split()))
    held[""].extend(places.values())  # in their order
    return Wording({anchor: _digest(said) for anchor, said in held.items()}, reply_of(entry))


def _places(entry: AnyEntry) -> Iterator[tuple[KeyPath, str]]:
    """Yield the way to each part that has an anchor, and that."""
    for way, part in part_ids(entry):
        yield (way if isinstance(entry, Flow) else way[:-1]), part


def _anchor(steps: KeyPath, places: Mapping[KeyPath, str]) -> str:
    for length in (4, 2):
        if steps[:length] in places:
            return places[steps[:length]]
    area = str(steps[1] if steps[0] in ("leads", "headings") else steps[0]).replace("_", "-")
    return area if area in _AREAS or steps[0] in ("leads", "headings") else ""


def _digest(said: Iterable[str]) -> str:
    return sha256("\n".join(said).encode()).hexdigest()[:LETTERS]
