"""Pages of guided flows: one section for each copy of a question, a step or an outcome, one link for each option."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from helpcenter.flow.compiled import Compiled
from helpcenter.flow.graph import NOT_SOLVED, Edge
from helpcenter.flow.journeys import questions_left
from helpcenter.flow.sections import Section
from helpcenter.model.entries import Precaution
from helpcenter.model.flows import Doing, Outcome, OutcomeKind, Question
from helpcenter.model.screens import Screens
from helpcenter.pages.book import Book
from helpcenter.pages.contacts import ShownContact, shown_contacts
from helpcenter.pages.links import NamedLink, shown_links
from helpcenter.rendering.bundles import assets

PERSON = "contact"
"""The anchor of the section that leads to a person."""
_KINDS = ("question", "do", *(kind.value for kind in OutcomeKind))


class Choice(NamedTuple):
    """One option as a link; ``number`` is that of the section it leads to, 0 when it leaves the page. It ``tells`` of
    platforms, or is for some ``platforms`` alone.
    """

    option: str
    label: str
    href: str
    number: int
    hint: str | None = None
    tells: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()


class StepView(NamedTuple):
    """One section as the template shows it: a question or a step with its choices, or an outcome.

    ``kind`` is ``question``, ``do`` or that of the outcome, ``text`` what those read who come here.
    """

    anchor: str
    alias: str
    kind: str
    title: str
    text: str
    choices: tuple[Choice, ...]
    few: int
    many: int
    precautions: tuple[Precaution, ...]
    screen: Screens = ()
    links: tuple[NamedLink, ...] = ()
    questions: tuple[NamedLink, ...] = ()
    contacts: tuple[ShownContact, ...] = ()
    unsolved: Choice | None = None
    platforms: tuple[str, ...] = ()
    staff: str | None = None


class FlowPage(NamedTuple):
    """A flow as its template shows it."""

    steps: tuple[StepView, ...]
    people: tuple[ShownContact, ...]
    few: int
    many: int


def flow_view(compiled: Compiled, book: Book) -> FlowPage:
    """Return what the page of a flow shows."""
    assert compiled.order is not None, "flows in cycles are refused"
    sections = _on_page(compiled)
    left = questions_left(compiled.graph, compiled.sections, compiled.order)
    people = book.center.people_of(compiled.flow)
    numbers = {anchor: number for number, anchor in enumerate(sections, start=1)}
    steps = tuple(_step(section, compiled, numbers, left, set(people), book) for section in sections.values())
    return FlowPage(steps, shown_contacts(people, book), *left[compiled.sections.start])


def _on_page(compiled: Compiled) -> dict[str, Section]:
    """Return the sections in the order of a booklet: the start, questions, steps, outcomes by kind, copies of a node
    beside each other. What is alike stands together, so that it takes few bytes.
    """
    flow, sections = compiled.flow, compiled.sections
    met: dict[str, int] = {}
    for section in sections.by_anchor.values():
        met.setdefault(section.node, len(met))

    def place(section: Section) -> tuple[bool, int, int]:
        kind = _KINDS.index(_kind(flow.nodes[section.node]))
        return section.anchor != sections.start, kind, met[section.node]

    return {section.anchor: section for section in sorted(sections.by_anchor.values(), key=place)}


def _kind(node: Question | Doing | Outcome) -> str:
    return node.kind.value if isinstance(node, Outcome) else "do" if isinstance(node, Doing) else "question"


def flow_scripts() -> tuple[str, ...]:
    """Return the scripts that only pages of flows load, below the site's root."""
    return (assets().flow.path,)


def _step(
    section: Section,
    compiled: Compiled,
    numbers: dict[str, int],
    left: dict[str, tuple[int, int]],
    people: set[str],
    book: Book,
) -> StepView:
    node = compiled.flow.node(section.node)
    choices = {option: _choice(edge, anchor, compiled, numbers) for option, (edge, anchor) in section.links.items()}
    return StepView(
        section.anchor,
        section.alias,
        _kind(node),
        node.title,
        "\n\n".join(text for _, _, text in section.says(node.text)),
        () if isinstance(node, Outcome) else tuple(choices.values()),
        *left[section.anchor],
        tuple(_precautions(node.precautions, book)),
        () if isinstance(node, Question) else node.screen,
        () if isinstance(node, Question) else tuple(shown_links(node.links, book)),
        () if isinstance(node, Question) else tuple(shown_links(node.questions, book)),
        shown_contacts(dict.fromkeys(node.contact, ()), book) if isinstance(node, Outcome) else (),
        _unsolved(node, choices, people, numbers) if isinstance(node, Outcome) else None,
        node.platforms if isinstance(node, Outcome) else (),
        node.staff,
    )


def _unsolved(
    outcome: Outcome, choices: dict[str, Choice], people: set[str], numbers: dict[str, int]
) -> Choice | None:
    """Return the link for who was not helped; nobody is led to whom stands at the outcome already."""
    leads_on = not people <= set(outcome.contact)
    return choices.get(NOT_SOLVED) or (Choice("", "", f"#{PERSON}", len(numbers) + 1) if leads_on else None)


def _choice(edge: Edge, anchor: str, compiled: Compiled, numbers: dict[str, int]) -> Choice:
    choice = compiled.flow.choosing.get(edge.node)
    typed = choice.options[edge.option] if choice else None
    more = (typed.hint, typed.platform, typed.platforms) if typed else ()
    label = compiled.graph.label(edge)
    if anchor in numbers:
        return Choice(edge.option, label, f"#{anchor}", numbers[anchor], *more)
    flow, _, question = edge.target.partition("#")
    return Choice(edge.option, label, f"../{flow}/#{question}" if question else f"../{flow}/", 0, *more)


def _precautions(links: tuple[str, ...], book: Book) -> Iterator[Precaution]:
    for link in links:
        article_id, _, part = link.partition("#")
        yield from (found for found in book.center.articles[article_id].precautions if found.id == part)
