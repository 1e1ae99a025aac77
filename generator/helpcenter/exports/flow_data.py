"""A flow for programs: the sections of its page, what they say, and where each answer leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape

from helpcenter.exports.body import Body
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.graph import NOT_SOLVED
from helpcenter.flow.sections import Section
from helpcenter.model.entries import Precaution
from helpcenter.model.flows import Outcome
from helpcenter.pages.book import Book
from helpcenter.pages.contacts import ShownContact, said_of
from helpcenter.pages.flows import StepView, flow_view
from helpcenter.texts.chat import chat_text


def flow_record(compiled: Compiled, book: Book) -> dict[str, object]:
    """Return a flow as its page walks it: no rule is left, every option leads to a section or to another flow.

    A section has only what it shows: ``text``, ``precautions``, ``links`` and ``contacts`` may be missing, and
    ``outcome`` says of an end what it means. ``people`` are for whom nothing helped.
    """
    view, teller = flow_view(compiled, book), _Teller(compiled, book)
    sections = compiled.sections.by_anchor
    told = {step.anchor: dict(teller.section(sections[step.anchor], step)) for step in view.steps}
    people = teller.contacts(view.people)
    return {"id": compiled.flow.id, "start": compiled.sections.start, "people": people, "sections": told}


class _Teller:
    def __init__(self, compiled: Compiled, book: Book) -> None:
        self._compiled = compiled
        self._book = book
        self._body = Body(book)

    def section(self, section: Section, shown: StepView) -> Iterator[tuple[str, object]]:
        """Yield what is known of a section, as its page shows it."""
        flow = self._compiled.flow
        node = flow.node(section.node)
        yield "node", section.node
        yield "kind", flow.area(section.node)
        yield "title", self._line(shown.title)
        yield "options", [self._option(section, option, to) for option, (_, to) in section.links.items()]
        for name, value in (
            ("text", chat_text(self._body.block(shown.text))),
            ("outcome", node.kind.value if isinstance(node, Outcome) else ""),
            ("precautions", [self._precaution(found) for found in shown.precautions]),
            ("links", [self._link(link.href, link.part or link.title) for link in (*shown.links, *shown.questions)]),
            ("contacts", self.contacts(shown.contacts)),
        ):
            if value:
                yield name, value

    def contacts(self, people: Iterable[ShownContact]) -> list[str]:
        """Return a line for each way to a person."""
        shown = ((said_of(one.contact, self._book), one) for one in people)
        return [" ".join([said, *(name for name, _ in (*one.phones, *one.emails))]) for said, one in shown]

    def _option(self, section: Section, option: str, to: str) -> dict[str, str]:
        choice = self._compiled.flow.choosing.get(section.node)
        if choice is None:
            assert option == NOT_SOLVED, "an outcome leads on for those alone whom it did not help"
            return {"id": option, "label": self._book.words("flow.unsolved"), "to": to}
        typed = choice.options[option]
        hint = {"hint": self._line(typed.hint)} if typed.hint else {}
        return {"id": option, "label": self._line(typed.label), **hint, "to": to}

    def _precaution(self, found: Precaution) -> dict[str, str]:
        short, text = self._line(found.short or ""), chat_text(self._body.block(found.text))
        return {"level": found.level.value, "title": self._line(found.title), "text": f"{short}\n{text}".strip()}

    def _link(self, href: str, title: str) -> dict[str, str]:
        return {"title": self._line(title), "link": self._book.edition.site.absolute(href.removeprefix("../"))}

    def _line(self, text: str) -> str:
        return unescape(self._body.line(text))
