"""Parts of texts that depend on earlier answers: each is read by somebody, and no outcome says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.paths import answered_before, path_to
from helpcenter.model.flows import Said
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem


def check_parts(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each part that nobody reads, and each outcome that tells somebody nothing."""
    parts = {node: typed.text for node, typed in view.flow.nodes.items() if any(part.when for part in typed.text)}
    if not parts:
        return
    shown: dict[str, set[tuple[int, str]]] = {}
    silent: set[str] = set()
    for anchor, section in view.sections.by_anchor.items():
        if section.node in parts:
            said = {(index, name) for index, name, _ in section.says(parts[section.node])}
            shown.setdefault(section.node, set()).update(said)
            if not said and section.node in view.flow.outcomes and section.node not in silent:
                silent.add(section.node)
                place = view.origin.at(*view.flow.way_to_text(section.node))
                story = view.story(path_to(anchor, view.walked))
                yield problem("flow-says-nothing", place, outcome=view.graph.name(section.node), story=story)
    read = {question for texts in parts.values() for part in texts for question in part.when}
    given = answered_before(view.graph, read)
    for node in shown:
        for index, part in enumerate(parts[node]):
            yield from _check_part(node, index, part, shown[node], given[node], view)


def _check_part(
    node: str, index: int, part: Said, shown: set[tuple[int, str]], given: set[str], view: CheckedFlow
) -> Iterator[Problem]:
    steps: KeyPath = (*view.flow.way_to_text(node), index)
    name = view.graph.name(node)
    early = [question for question in part.when if question not in given]
    for question in early:
        place = view.origin.at(*steps, "when", question, key=True)
        facts = {"question": view.graph.name(question), "label": name, "story": view.story_to(node)}
        yield problem("flow-answer-too-early", place, **facts)
    if early or not part.when:
        return
    if (index, "text") not in shown:
        yield problem("flow-text-never", view.origin.at(*steps, "when", key=True), name=name)
    if part.otherwise is not None and (index, "else") not in shown:
        yield problem("flow-else-never", view.origin.at(*steps, "else", key=True), name=name)
