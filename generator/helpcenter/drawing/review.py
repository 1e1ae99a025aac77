"""The review sheet of a flow: every journey in plain words, for a person from the business to sign off."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from helpcenter.drawing.cells import guarded
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.coverage import distinct, given
from helpcenter.flow.graph import NOT_SOLVED, Graph
from helpcenter.flow.journeys import MOST_JOURNEYS, Journey, count, covering, journeys
from helpcenter.flow.replay import Given, replay
from helpcenter.flow.sections import said
from helpcenter.model.flows import Outcome
from helpcenter.words.catalogue import Words

_MARKUP = re.compile(r"[\\`*_\[\]<>|~#&]")


class Row(NamedTuple):
    """One journey: question and answer of each step, the outcome, and what it was before (empty when not asked)."""

    answers: tuple[tuple[str, str], ...]
    outcome: str
    kind: str
    text: str
    before: str = ""


def all_rows(compiled: Compiled, words: Words) -> list[Row]:
    """Return every journey; where they are too many, journeys that take every link."""
    return [_row(journey, compiled.graph, words) for journey in _journeys(compiled)]


def is_whole(compiled: Compiled) -> bool:
    """Return whether the sheet can hold every journey."""
    assert compiled.order is not None, "only flows without cycles have a sheet"
    return count(compiled.graph, compiled.sections, compiled.order) <= MOST_JOURNEYS


def changed_rows(compiled: Compiled, earlier: Compiled | None, words: Words) -> Iterator[Row]:
    """Yield the journeys whose outcome is another, says something else, or is new or gone since ``earlier``."""
    new = words("sheet.new")
    for journey in _journeys(compiled):
        row = _row(journey, compiled.graph, words)
        before = None if earlier is None else _outcome(earlier.graph, given(journey), words)
        if before != (row.outcome, row.kind, row.text):
            title = new if before is None else words("sheet.reworded") if before[0] == row.outcome else before[0]
            yield Row(row.answers, row.outcome, row.kind, row.text, title)
    for journey in _journeys(earlier) if earlier is not None and earlier.order is not None else ():
        if _outcome(compiled.graph, given(journey), words) is None:
            row = _row(journey, earlier.graph, words)  # type: ignore[union-attr]
            yield Row(row.answers, words("sheet.gone"), "", "", row.outcome)


def as_markdown(title: str, rows: Iterable[Row], words: Words, *, compared: bool) -> str:
    """Return a Markdown table with a line for each journey, then what each outcome says."""
    rows = list(rows)
    heads = [words("sheet.number"), words("sheet.answers"), words("sheet.outcome"), words("sheet.kind")]
    heads += [words("sheet.before")] if compared else []
    lines = [f"# {_escaped(title)}", "", words("sheet.count", count=len(rows)), ""]
    lines += [_line(heads), _line(["---"] * len(heads))]
    for number, row in enumerate(rows, start=1):
        told = " → ".join(f"{_escaped(question)} **{_escaped(answer)}**" for question, answer in row.answers)
        cells = (row.outcome, row.kind, *([row.before] if compared else ()))
        lines.append(_line([str(number), told, *map(_escaped, cells)]))
    lines += ["", f"## {words('sheet.texts')}"]
    for outcome, text in dict.fromkeys((row.outcome, row.text) for row in rows if row.text):
        lines += ["", f"### {_escaped(outcome)}", "", text.strip()]
    return "\n".join([*lines, ""])


def as_csv(rows: Iterable[Row], words: Words, *, compared: bool) -> str:
    """Return the rows as CSV that spreadsheets open in UTF-8; no cell can be taken for a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    names = ["number", "answers", "outcome", "kind", "text", *(["before"] if compared else ())]
    writer.writerow([words(f"sheet.{name}") for name in names])
    for number, row in enumerate(rows, start=1):
        told = " → ".join(f"{question} {answer}" for question, answer in row.answers)
        cells = [told, row.outcome, row.kind, row.text.strip(), *([row.before] if compared else ())]
        writer.writerow([number, *map(guarded, cells)])
    return "\ufeff" + stream.getvalue()


def _journeys(compiled: Compiled) -> Iterable[Journey]:
    whole = is_whole(compiled)
    graph, sections = compiled.graph, compiled.sections
    return journeys(graph, sections) if whole else distinct(covering(graph, sections))


def _row(journey: Journey, graph: Graph, words: Words) -> Row:
    answers = tuple(
        (graph.name(edge.node), words("map.unsolved") if edge.option == NOT_SOLVED else graph.label(edge))
        for edge in journey
    )
    return Row(answers, *_told(journey[-1].target if journey else graph.start, journey, graph, words))


def _outcome(graph: Graph, answers: Given, words: Words) -> tuple[str, str, str] | None:
    """Return what the outcome of ``answers`` says; None when they do not all lead to one."""
    walked = replay(graph, answers)
    arrived = graph.is_outcome(walked.place) and not walked.dropped
    return _told(walked.place, walked.path, graph, words) if arrived else None


def _told(node: str, way: Journey, graph: Graph, words: Words) -> tuple[str, str, str]:
    """Return title, kind and text of an outcome as who comes by ``way`` reads them."""
    outcome: Outcome | None = graph.flow.outcomes.get(node)
    if outcome is None:
        return words("map.exit", flow=node), "", ""
    answers = {edge.node: edge.option for edge in way}
    text = "\n\n".join(text for _, _, text in said(outcome.text, answers))
    return outcome.title, words(f"kind.{outcome.kind}"), text


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """Return one line of plain text so that Markdown shows it as typed."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
