"""The list: every box is opened once, every arrow told once, and lists stay shallow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hypothesis import given

from helpcenter.drawing import Diagram
from helpcenter.drawing.outline import DEEPEST, Branch, outline
from helpcenter.model.flows import Flow
from tests.drawing.diagrams import EXAMPLES, drawn, example_flow, labelled_flows, sample
from tests.flow.flows import flow


def walked(branches: Sequence[Branch], depth: int = 0) -> Iterator[tuple[Branch, int]]:
    for branch in branches:
        yield branch, depth
        yield from walked(branch.branches, depth + 1)


def is_whole(diagram: Diagram) -> None:
    """Hold that boxes and arrows are all there, once, in lists that are not too deep."""
    found = list(walked(outline(diagram)))
    leaving = Counter(arrow.edge.node for arrow in diagram.arrows)
    told = Counter(branch.arrow.edge.steps for branch, _ in found if branch.arrow is not None)
    assert told == Counter(arrow.edge.steps for arrow in diagram.arrows)
    opened = [branch.box.id for branch, _ in found if branch.branches]
    assert sorted(opened) == sorted(leaving)
    assert {branch.box.id for branch, _ in found} == {box.id for box in diagram.boxes}
    for branch, depth in found:
        assert depth < DEEPEST + 1
        assert branch.elsewhere == (leaving[branch.box.id] > 0 and not branch.branches)
        assert (branch.arrow is None) == (depth == 0)
        assert branch.arrow is None or branch.arrow.edge.target == branch.box.id
        assert all(below.arrow and below.arrow.edge.node == branch.box.id for below in branch.branches)


def test_sample_and_example_flows() -> None:
    for diagram in (sample(), *(drawn(example_flow(name)) for name in EXAMPLES)):
        is_whole(diagram)
        assert outline(diagram)[0].box.id == diagram.flow.start


@given(labelled_flows())
def test_any_flow(flow: Flow) -> None:
    is_whole(drawn(flow))


def test_the_nearest_place_is_opened_and_others_point_there() -> None:
    made = flow({"qa": {"one": "qb", "two": "qc"}, "qb": {"one": "qc", "two": "end"}, "qc": {"one": "end", "two": "end"}})
    (root,) = outline(drawn(made))
    first, second = root.branches
    assert [branch.box.id for branch in second.branches] == ["end", "end"]
    assert [(branch.box.id, branch.elsewhere) for branch in first.branches] == [("qc", True), ("end", False)]


def test_what_would_stand_too_deep_has_a_list_of_its_own() -> None:
    names = [f"q{number:02}" for number in range(2 * DEEPEST + 1)]
    made = flow({name: {"on": after, "out": "end"} for name, after in zip(names, [*names[1:], "end"], strict=True)})
    lists = outline(drawn(made))
    assert [branch.box.id for branch in lists] == [names[0], names[DEEPEST], names[2 * DEEPEST]]
    is_whole(drawn(made))


def test_a_chain_of_thousands_is_no_trouble() -> None:
    names = [f"q{number}" for number in range(3000)]
    made = flow({name: {"on": after, "out": "end"} for name, after in zip(names, [*names[1:], "end"], strict=True)})
    assert sum(1 for _ in walked(outline(drawn(made)))) > 6000


def test_what_nothing_leads_to_is_told_at_the_end() -> None:
    made = flow({"qa": {"one": "end", "two": "end"}, "lost": {"one": "qa", "two": "qa"}}, outcomes=["nowhere"])
    assert [branch.box.id for branch in outline(drawn(made))] == ["qa", "lost", "nowhere"]
