"""Where each text of the model belongs on its page: the table behind ``test_census``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from helpcenter.build import Built
from helpcenter.model.contacts import Contact
from helpcenter.model.entries import Article, FaqEntry
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath
from helpcenter.model.text_fields import line_fields, markdown_fields
from helpcenter.model.values import Fact, Value
from helpcenter.texts.variants import for_everybody
from tests.reading import Node, folded, text_of, tree


@dataclass(frozen=True)
class Expected:
    """A text as readers see it, and the area of the page where it belongs."""

    area: str
    text: str
    field: str


ARTICLE = {
    r"title": "h1",
    r"summary": "p.hc-summary",
    r"intro": "#intro",
    r"leads\.(reasons|steps|precautions|questions)": r"#\1",
    r"headings\.(reasons|steps|precautions|questions|closing)": r"#\1",
    r"headings\.follow_up": "#follow-up",
    r"(reasons|steps|precautions)\.\d+\..*": r"#\1",
    r"sections\.(\d+)\..*": r"section:\1",
    r"follow_up": "#follow-up",
    r"closing": "#closing",
    r"changes\.\d+\.note": "#changes",
}
FAQ = {
    r"question": "h1",
    r"reply": "p.hc-short__text",
    r"answer": "#answer",
    r"screen\..*": "#answer",
    r"causes\.\d+\..*": "#causes",
    r"changes\.\d+\.note": "#changes",
}
FLOW = {
    r"title": "h1",
    r"summary": "p.hc-summary",
    r"(?:questions|steps|outcomes)\.([a-z0-9-]+)\..*": r"#\1",
    r"changes\.\d+\.note": "#changes",
}
"""Field, as a pattern, to the area: an element, or the section whose heading or self has the id."""


def expected(entry: AnyEntry, made: Built) -> Iterator[Expected]:
    """Yield every text that the page of ``entry`` must show, with its place."""
    table = ARTICLE if isinstance(entry, Article) else FLOW if isinstance(entry, Flow) else FAQ
    for steps, text in line_fields(entry):
        if isinstance(entry, Flow) and steps[0] == "tests":
            continue
        if steps[-1] == "reply" and not isinstance(entry, FaqEntry):  # copied, not shown: pages/test_copies
            continue
        shown = text.rstrip("。.") if "screen" in steps else text  # a picture in words has its own full stops
        yield _placed(table, steps, folded(shown), entry)
    for steps, text in markdown_fields(entry):
        yield _placed(table, steps, text_of(for_everybody(made.book.typeset.typesetter.block(text).html)), entry)
    values = used_values(entry, made)
    own = [fact for value in values if isinstance(value, Value) for fact in value.platforms.values()]
    named = {fact.url for fact in (*values, *own) if fact.url} | {fact.source for fact in (*values, *own)}
    for source in entry.sources:
        if named.isdisjoint((source.name, source.url)):
            yield Expected("#sources", folded(source.name), "sources")
    for value in values:
        yield from _fact(value)
    for name in () if isinstance(entry, Flow) else entry.contact:
        yield from _contact(made.book.center.contacts[name])


def shown_questions(entry: AnyEntry, made: Built) -> list[FaqEntry]:
    """Return the questions that the page of ``entry`` shows in place."""
    return [made.book.center.faq[name] for name in entry.questions] if isinstance(entry, Article) else []


def used_values(entry: AnyEntry, made: Built) -> list[Fact]:
    """Return the facts that the texts of ``entry`` name, in order."""
    texts = [text for _, text in markdown_fields(entry)]
    names = dict.fromkeys(name for text in texts for name in re.findall(r"\{\{ *([a-z0-9_]+(?:\.[a-z0-9-]+)?) *\}\}", text))
    return [fact for name in names if (fact := made.book.center.fact(name)) is not None]


def _placed(table: dict[str, str], steps: KeyPath, text: str, entry: AnyEntry) -> Expected:
    field = ".".join(str(step) for step in steps)
    for pattern, area in table.items():
        match = re.fullmatch(pattern, field)
        if match is not None:
            place = match.expand(area)
            if place.startswith("section:") and isinstance(entry, Article):
                place = f"#{entry.sections[int(place.removeprefix('section:'))].id}"
            return Expected(place, text, field)
    raise AssertionError(f"say in the table where {field} belongs")


def _fact(value: Fact) -> Iterator[Expected]:
    for field in ("text", "source", "note"):
        text = getattr(value, field)
        if text is not None:
            yield Expected("#sources", folded(text), f"values.{field}")


def _contact(contact: Contact) -> Iterator[Expected]:
    for field in ("label", "how", "hours", "prepare"):
        text = getattr(contact, field)
        if text is not None:
            yield Expected("section.hc-contact", folded(text), f"contacts.{field}")


def areas(page: Node, name: str) -> list[Node]:
    """Return the area ``name`` and its copies: a text that knows the answers stands in some of them."""
    copies = [node for node in _sections(page) if node.attributes.get("id", "").startswith(f"{name[1:]}~")]
    return [area(page, name), *(copies if name.startswith("#") else ())]


def area(page: Node, name: str) -> Node:
    """Return the element that ``name`` stands for: an element, or the section of the heading with that id."""
    if not name.startswith("#"):
        tag, _, class_ = name.partition(".")
        return page.one(tag, class_)
    sections = [node for node, ids in _sections(page).items() if name[1:] in ids]
    assert len(sections) == 1, f"{len(sections)} sections {name}"
    return sections[0]


@lru_cache(maxsize=1)
def _sections(page: Node) -> dict[Node, set[str]]:
    """Return the sections of ``page``, with the ids of each and of its headings."""
    ids = {node: [heading.attributes.get("id") for heading in node.all("h2")] for node in page.all("section")}
    return {node: {name for name in (node.attributes.get("id"), *held) if name} for node, held in ids.items()}


def own_text(body: str) -> str:
    """Return what the page says itself: no navigation, no questions of others, nothing that is not shown."""
    main = tree(body).one("article", "hc-main")
    unseen = [one for one in main.all("p") if "hidden" in one.attributes]
    return main.text(without=(*main.all("nav"), *main.all("details", "hc-question"), *_names(main), *unseen))


def _names(main: Node) -> list[Node]:
    """Return the lines that name the parts of a step, which stand behind them."""
    return [fold.one("summary") for fold in main.all("details", "hc-fold--parts")]


def seen(node: Node) -> str:
    """Return the visible text of ``node`` and what its pictures show."""
    pictures = " ".join(picture.attributes.get("alt", "") for picture in node.all("img"))
    screens = " ".join(drawn.attributes.get("aria-label", "") for drawn in node.all("svg"))
    return folded(f"{node.text()} {pictures} {screens}")
