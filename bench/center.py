"""A made help center of N pages as plain values, from a seed: half articles, half questions, one topic per 50 pages.

A page's text depends on the seed and its own number, not on how many pages there are; only its links do, a little.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from bench.text import Voice

PAGES_PER_TOPIC: Final = 50
LINK_REACH: Final = 20
"""How many pages away a page's links lead at most."""

REPLY_LIMIT: Final = 120
"""Length of a reply, in characters."""

ACTIONS: Final = ("cancel", "return", "change", "track", "refund", "repair", "report", "verify", "claim", "renew")
OBJECTS: Final = ("order", "parcel", "invoice", "coupon", "address", "account", "payment", "warranty", "deposit")
LEVELS: Final = ("notice", "caution", "warning", "danger")


@dataclass(frozen=True, slots=True)
class Part:
    """A reason, step, substep or precaution; `level` is a precaution's, `parts` are a step's substeps."""

    id: str
    title: str
    text: str
    level: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article of about 2,500 characters."""

    id: str
    title: str
    summary: str
    topic: str
    aliases: tuple[str, ...]
    intro: str
    reasons: tuple[Part, ...]
    steps: tuple[Part, ...]
    precautions: tuple[Part, ...]
    questions: tuple[str, ...]
    follow_up: str
    closing: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A question and its answer, about 500 characters; a cause is a part whose text is the fix."""

    id: str
    question: str
    topic: str
    aliases: tuple[str, ...]
    reply: str
    answer: str
    causes: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its pages in reading order."""

    id: str
    title: str
    summary: str
    articles: tuple[Article, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the platform, shown on every page."""

    label: str = "平台在线客服"
    how: str = "在“帮助与客服”里点击“联系客服”"
    hours: str = "每天 9:00–21:00"
    prepare: str = "售后单号、页面截图"
    url: str = "https://chat.example/"


@dataclass(frozen=True, slots=True)
class Center:
    """The whole help center; `checked` is the day its facts were last checked, so that no page is past due."""

    pages: int
    topics: tuple[Topic, ...]
    checked: date
    title: str = "购物帮助中心"
    lead: str = "售后、退款、物流和账号问题，都可以在这里找到办法。"
    merchant_hours: str = "48 小时"
    contact: Contact = Contact()


def make(pages: int, seed: int, checked: date) -> Center:
    """The help center of that many pages."""
    topics = tuple(
        _topic(number, range(start, min(start + PAGES_PER_TOPIC, pages)), pages, seed)
        for number, start in enumerate(range(0, pages, PAGES_PER_TOPIC), start=1)
    )
    return Center(pages=pages, topics=topics, checked=checked)


def page_id(number: int) -> str:
    """The id of the page with that number, counted from 0; articles are even, questions odd."""
    pair = number // 2
    ending = "-faq" if number % 2 else ""
    return f"{ACTIONS[pair % len(ACTIONS)]}-{OBJECTS[pair % len(OBJECTS)]}-{pair + 1}{ending}"


def _topic(number: int, numbers: range, pages: int, seed: int) -> Topic:
    voice = Voice(f"{seed} topic {number}", lambda _: page_id(numbers[0]))
    name = f"topic-{number:03d}"
    articles = tuple(_article(page, name, numbers, _voice(page, pages, seed)) for page in numbers if page % 2 == 0)
    entries = tuple(_entry(page, name, _voice(page, pages, seed)) for page in numbers if page % 2)
    title = f"{voice.word('N')}与{voice.name}{voice.word('N')}"
    return Topic(name, title, voice.sentence(), articles, entries)


def _voice(number: int, pages: int, seed: int) -> Voice:
    def pick_link(random: Random) -> str:
        return page_id((number + random.randint(1, LINK_REACH)) % pages)

    return Voice(f"{seed} page {number}", pick_link)


def _aliases(voice: Voice) -> tuple[str, ...]:
    endings = voice.random.sample(("店", "号", "单", "件"), 3)
    return tuple(f"{voice.name}{ending}{voice.word('V')}" for ending in endings)


def _article(number: int, topic: str, numbers: range, voice: Voice) -> Article:
    questions = [page for page in numbers if page % 2]
    chosen = voice.random.sample(questions, min(voice.random.randint(0, 2), len(questions)))
    return Article(
        id=page_id(number),
        title=f"怎么在{voice.name}{voice.word('V')}{voice.word('N')}",
        summary=voice.sentence(),
        topic=topic,
        aliases=_aliases(voice),
        intro=voice.long((3,)),
        reasons=tuple(Part(f"reason-{n}", voice.phrase(), voice.long((3,))) for n in range(1, 5)),
        steps=tuple(_step(f"step-{n}", voice) for n in range(1, 6)),
        precautions=tuple(
            Part(f"note-{n}", voice.phrase(), voice.long((3,)), level) for n, level in enumerate(LEVELS, start=1)
        ),
        questions=tuple(page_id(page) for page in chosen),
        follow_up=voice.long((3,)),
        closing=voice.sentences(2),
    )


def _step(name: str, voice: Voice) -> Part:
    count = voice.random.randint(2, 3)
    parts = tuple(Part(f"{name}-{n}", voice.phrase(), voice.sentences(2)) for n in range(1, count + 1))
    return Part(name, voice.phrase(), voice.long((2, 2)), parts=parts)


def _entry(number: int, topic: str, voice: Voice) -> Entry:
    count = voice.random.randint(2, 3)
    return Entry(
        id=page_id(number),
        question=f"{voice.name}的{voice.word('N')}{voice.word('V')}不了怎么办？",
        topic=topic,
        aliases=_aliases(voice),
        reply=_reply(voice),
        answer=voice.long((4, 3)),
        causes=tuple(
            Part(f"cause-{n}", f"{voice.word('N')}没有{voice.word('V')}", voice.long((2,))) for n in range(1, count + 1)
        ),
    )


def _reply(voice: Voice) -> str:
    reply = voice.sentence()
    while len(reply) < REPLY_LIMIT - 50:
        reply += voice.sentence()
    return reply
