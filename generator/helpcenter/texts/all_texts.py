"""All texts of a help center with something to resolve, typeset once for checks, related entries and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup

from helpcenter.memory import FORGETFUL, Memory
from helpcenter.model.desk import FILE as DESK
from helpcenter.model.desk import Desk
from helpcenter.model.entries import Article
from helpcenter.model.fields import Strict
from helpcenter.model.help_center import AnyEntry, HelpCenter
from helpcenter.model.key_path import KeyPath
from helpcenter.model.text_fields import fields_of_kinds, line_fields
from helpcenter.model.values import FILE
from helpcenter.texts.braces import has_braces
from helpcenter.texts.rendered import Rendered
from helpcenter.texts.typesetting import Typesetter
from helpcenter.texts.variants import differs


class Text(NamedTuple):
    """A text: the way to it, what was typed and what became of it; of a line also the text with its values put in."""

    steps: KeyPath
    source: str
    rendered: Rendered
    filled: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Be kept as one row of plain values, which takes half the time."""
        html, *more = self.rendered
        return _text, (self.steps, self.source, self.filled, str(html), *(more if any(more) else ()))


def _text(steps: KeyPath, source: str, filled: str | None, html: str, *more: Any) -> Text:
    return Text(steps, source, Rendered(Markup(html), *more), filled)


@dataclass(frozen=True, slots=True, eq=False)
class TextsOfOne:
    """The texts of one entry, or of something else that has any. ``telling`` are those of which more can be said than
    that they are words: with links, pictures, values or faults; ``lines`` those of them that are lines with braces, and
    ``links`` where they lead. ``notes`` are the texts of its notes for staff, which nothing public is made from.
    ``is_faulty`` says whether in any of all these something is wrong. ``pictures`` are those of texts and of steps, as
    paths below ``content/``, and ``noted_pictures`` those of notes.
    """

    texts: tuple[Text, ...]
    telling: tuple[Text, ...]
    lines: tuple[Text, ...] = ()
    links: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
    is_faulty: bool = False
    pictures: tuple[str, ...] = ()
    noted_pictures: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Text]:
        return iter(self.texts)

    @property
    def all_pictures(self) -> tuple[str, ...]:
        """Those of its notes, too."""
        return self.pictures + self.noted_pictures


Texts = dict[str, TextsOfOne]
"""By the name of its origin the texts of each entry: Markdown, and lines with braces; of all else lines alone."""


def typeset(center: HelpCenter, typesetter: Typesetter, memory: Memory = FORGETFUL) -> Texts:
    """Typeset every Markdown field of every entry, and every line with braces."""
    entries = list(center.entries())
    texts = dict(zip((entry.id for entry in entries), memory.each(texts_of, entries, typesetter), strict=True))
    for name, value in _others(center):
        texts[name] = _together(_lines(value, (), typesetter))
    for platform in center.platforms:
        texts[f"platform {platform.id}"] = _together(_lines(platform, (), typesetter, fixed=True))
    contacts = [line for name, held in center.contacts.items() for line in _lines(held, ("contacts", name), typesetter)]
    values = [
        line for name, held in center.values.items() for line in _lines(held, ("values", name), typesetter, fixed=True)
    ]
    return {**texts, FILE: _together((*contacts, *values)), DESK: _together(_of_desk(center.desk, typesetter))}


def texts_of(entry: AnyEntry, typesetter: Typesetter) -> TextsOfOne:
    """Typeset the texts of one entry."""
    held: dict[str, list[Text]] = {"markdown": [], "note": [], "line": []}
    for kind, way, source in fields_of_kinds(entry, tuple(held)):
        if kind != "line":
            held[kind].append(Text(way, source, typesetter.block(source)))
        elif has_braces(source):
            held[kind].append(_line(way, source, typesetter))
    steps = entry.steps if isinstance(entry, Article) else ()
    own = [step.image.src for step in steps if step.image is not None]
    return _together((*held["markdown"], *held["line"]), held["note"], own)


def _pictures(texts: Iterable[Text]) -> Iterator[str]:
    return (src for text in texts for src in text.rendered.images)


def differing(texts: Iterable[Text]) -> dict[str, Markup]:
    """Return the HTML of the lines among ``texts`` that platforms put differently, by what they say to everybody."""
    lines = ((text.filled, text.rendered.html) for text in texts)
    return {filled: html for filled, html in lines if filled is not None and differs(html)}


def _together(found: Iterable[Text], notes: Iterable[Text] = (), pictures: Iterable[str] = ()) -> TextsOfOne:
    texts, noted = tuple(found), tuple(filter(_tells, notes))
    telling = tuple(filter(_tells, texts))
    lines = tuple(text for text in telling if text.filled is not None)
    links = tuple(dict.fromkeys(target for text in telling for target in text.rendered.links))
    is_faulty = any(text.rendered.faults for text in (*telling, *noted))
    shown = (*_pictures(telling), *pictures)
    return TextsOfOne(texts, telling, lines, links, noted, is_faulty, shown, tuple(_pictures(noted)))


def _tells(text: Text) -> bool:
    return text.filled is not None or any(text.rendered[1:])


def _others(center: HelpCenter) -> Iterator[tuple[str, Strict]]:
    """Yield what else has lines that readers see, by the name of its origin."""
    yield from ((topic.id, topic) for topic in center.topics)
    yield from ((f"state {state.id}", state) for state in center.states)
    yield from ((f"audience {audience.id}", audience) for audience in center.audiences)
    if center.home is not None:
        yield "/home.yaml", center.home


def _of_desk(desk: Desk, typesetter: Typesetter) -> Iterator[Text]:
    """Yield how messages begin and end; what channels and blanks are called takes no values."""
    yield from _lines(desk.model_copy(update={"channels": (), "blanks": {}}), (), typesetter)
    for index, channel in enumerate(desk.channels):
        yield from _lines(channel, ("channels", index), typesetter, fixed=True)
    for name, blank in desk.blanks.items():
        yield from _lines(blank, ("blanks", name), typesetter, fixed=True)


def _lines(value: Strict, steps: KeyPath, typesetter: Typesetter, *, fixed: bool = False) -> Iterator[Text]:
    for way, source in line_fields(value, steps):
        if has_braces(source):
            yield _line(way, source, typesetter, fixed=fixed)


def _line(way: KeyPath, source: str, typesetter: Typesetter, *, fixed: bool = False) -> Text:
    filled, rendered = typesetter.line(source, fixed=fixed)
    return Text(way, source, rendered, filled)
