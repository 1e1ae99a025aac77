"""Pages of guided flows: one section for each copy of a question or an outcome, one link for each option."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from helpcenter.flow.compiled import Compiled
from helpcenter.flow.graph import NOT_SOLVED, Edge
from helpcenter.flow.journeys import questions_left
from helpcenter.flow.sections import Section
from helpcenter.model.entries import Precaution
from helpcenter.model.flows import Outcome, Question
from helpcenter.pages.book import Book
from helpcenter.pages.contacts import ShownContact, shown_contacts
from helpcenter.pages.links import NamedLink, shown_links
from helpcenter.rendering.bundles import assets

PERSON = "contact"
"""The anchor of the section that leads to a person."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option as a link; ``number`` is that of the section it leads to, 0 when it leaves the page."""

    option: str
    label: str
    href: str
    number: int


@dataclass(frozen=True, slots=True)
class StepView:
    """One section as the template shows it: a question with its choices, or an outcome."""

    anchor: str
    alias: str
    question: Question | None
    outcome: Outcome | None
    choices: tuple[Choice, ...]
    few: int
    many: int
    precautions: tuple[Precaution, ...]
    links: tuple[NamedLink, ...] = ()
    questions: tuple[NamedLink, ...] = ()
    contacts: tuple[ShownContact, ...] = ()
    unsolved: Choice | None = None


@dataclass(frozen=True, slots=True)
class FlowPage:
    """A flow as its template shows it."""

    steps: tuple[StepView, ...]
    people: tuple[ShownContact, ...]
    few: int
    many: int


def flow_view(compiled: Compiled, book: Book) -> FlowPage:
    """Return what the page of a flow shows."""
    assert compiled.order is not None, "flows in cycles are refused"
    sections = compiled.sections.by_anchor
    left = questions_left(compiled.graph, compiled.sections, compiled.order)
    people = book.center.people_of(compiled.flow)
    numbers = {anchor: number for number, anchor in enumerate(sections, start=1)}
    steps = tuple(_step(section, compiled, numbers, left, set(people), book) for section in sections.values())
    return FlowPage(steps, shown_contacts(people, book), *left[compiled.sections.start])


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
    question = compiled.flow.questions.get(section.node)
    outcome = compiled.flow.outcomes.get(section.node)
    choices = {option: _choice(edge, anchor, compiled, numbers) for option, (edge, anchor) in section.links.items()}
    few, many = left[section.anchor]
    typed = question or outcome
    assert typed is not None, "a section is a question or an outcome"
    common = (section.anchor, section.alias, question, outcome)
    precautions = tuple(_precautions(typed.precautions, book))
    if outcome is None:
        return StepView(*common, tuple(choices.values()), few, many, precautions)
    contacts = shown_contacts(dict.fromkeys(outcome.contact, ()), book)
    leads_on = not people <= set(outcome.contact)  # who stands there is not offered once more
    return StepView(
        *common,
        (),
        few,
        many,
        precautions,
        tuple(shown_links(outcome.links, book)),
        tuple(shown_links(outcome.questions, book)),
        contacts,
        choices.get(NOT_SOLVED) or (Choice("", "", f"#{PERSON}", len(numbers) + 1) if leads_on else None),
    )


def _choice(edge: Edge, anchor: str, compiled: Compiled, numbers: dict[str, int]) -> Choice:
    label = compiled.graph.label(edge)
    if anchor in numbers:
        return Choice(edge.option, label, f"#{anchor}", numbers[anchor])
    flow, _, question = edge.target.partition("#")
    return Choice(edge.option, label, f"../{flow}/#{question}" if question else f"../{flow}/", 0)


def _precautions(links: tuple[str, ...], book: Book) -> Iterator[Precaution]:
    for link in links:
        article_id, _, part = link.partition("#")
        yield from (found for found in book.center.articles[article_id].precautions if found.id == part)
