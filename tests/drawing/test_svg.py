"""The picture: well-formed, every box a link, every answer written, nothing that runs."""

from __future__ import annotations

import re
from html import escape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from helpcenter.drawing import Diagram, picture, standalone
from helpcenter.drawing.lettering import ems
from helpcenter.model.flows import Flow
from tests.drawing.diagrams import EXAMPLES, drawn, example_flow, hostile_flow, labelled_flows, sample
from tests.flow.flows import flow

SVG = "{http://www.w3.org/2000/svg}"


def address(box: str) -> str:
    return f"../#{box}?a=1&b=<2>"


def tree(diagram: Diagram) -> ET.Element:
    return ET.fromstring(picture(diagram, address))


def said(text: ET.Element) -> str:
    """Return what a text says, line breaks and blanks left out."""
    return "".join("".join(text.itertext()).split())


def links(root: ET.Element) -> list[ET.Element]:
    return root.findall(f"{SVG}a")


def holds(diagram: Diagram) -> None:
    """Hold that every box is a link with its words and every arrow has its answer and conditions."""
    root = tree(diagram)
    boxes = [(link.get("href"), said(link)) for link in links(root)]
    assert boxes == [(address(box.id), "".join(box.text.split())) for box in diagram.boxes]
    labels = [said(text) for text in root.findall(f"{SVG}text[@class='label']")]
    assert labels == ["".join("".join(arrow.label).split()) for arrow in diagram.arrows]
    heads = root.findall(f"{SVG}path[@class='head']")
    assert len(heads) >= len({arrow.edge.target for arrow in diagram.arrows})


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_flows(name: str) -> None:
    holds(drawn(example_flow(name)))


def test_the_sample_in_both_languages() -> None:
    holds(sample())
    holds(drawn(hostile_flow(), "en"))


@settings(max_examples=60)
@given(labelled_flows())
def test_any_flow(flow: Flow) -> None:
    holds(drawn(flow))


def test_conditions_and_retries_stand_below_the_answer() -> None:
    labels = [said(text) for text in tree(sample()).findall(f"{SVG}text[@class='label']")]
    assert "看不懂如果“你想取消什么？”选了我不确定" in labels
    assert "选错了，再看一次最多1次" in labels
    assert "没解决" in labels


def outlines(root: ET.Element) -> dict[str, str]:
    """Return for each kind of box how its outline is made."""
    found = {}
    for link in links(root):
        shape = next(part for part in link if part.get("class") == "shape")
        corners = len(shape.get("points", "").split())
        slanted = corners == 4 and shape.get("points", "").split()[0].split(",")[0]
        left = min((point.split(",")[0] for point in shape.get("points", "0,0").split()), key=float)
        rounded = float(shape.get("rx", "0")) == float(shape.get("height", "1")) // 2
        found[str(link.get("class")).split()[0]] = f"{shape.tag} {corners} {slanted != left} {rounded}"
    return found


def test_every_kind_of_box_has_a_shape_of_its_own() -> None:
    questions = {"qq": {"aa": "solved", "bb": "wait", "cc": "contact", "dd": "not-possible", "ee": "other-flow"}}
    made = flow(questions)
    kinds = {
        name: outcome.model_copy(update={"kind": type(outcome.kind)(name)}) for name, outcome in made.outcomes.items()
        if name in ("solved", "wait", "contact", "not-possible")
    }  # fmt: skip
    found = outlines(tree(drawn(made.model_copy(update={"outcomes": kinds}))))
    assert set(found) == {"question", "solved", "wait", "contact", "not-possible", "exit"}
    assert len(set(found.values())) == 6


def test_boxes_hold_their_texts() -> None:
    for link in links(tree(drawn(hostile_flow()))):
        shape, text = link
        xs = [float(point.split(",")[0]) for point in shape.get("points", "").split()]
        width = max(xs) - min(xs) if xs else float(shape.get("width", "0"))
        lines = [str(line.text) for line in text]
        assert width >= 14 * max(map(ems, lines)) + 18
        ys = [float(point.split(",")[1]) for point in shape.get("points", "").split()]
        height = max(ys) - min(ys) if ys else float(shape.get("height", "0"))
        assert height >= 20 * len(lines) + 10


def test_hostile_texts_stay_texts() -> None:
    text = standalone(drawn(hostile_flow()), address)
    assert "<script" not in text
    assert text.count("<style>") == 1
    assert {part.tag.removeprefix(SVG) for part in ET.fromstring(text).iter()} == {
        "svg", "style", "path", "a", "rect", "polygon", "circle", "text", "tspan",
    }  # fmt: skip
    assert escape("<script>alert(1)</script>")[:10] in text


def test_the_picture_for_a_page_brings_no_style_and_no_script() -> None:
    text = picture(drawn(hostile_flow()), address)
    assert re.findall(r"<(?:style|script|foreignObject|image|use)\b|\sstyle=|\son\w+=", text) == []
    assert text.startswith("<svg ")


def test_a_file_brings_colours_for_light_and_dark_and_for_every_class() -> None:
    text = standalone(sample(), address)
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"')
    light, dark = re.findall(r"<style>(.*)@media\(prefers-color-scheme:dark\)(.*)</style>", text, re.DOTALL)[0]
    for name in ("question", "solved", "wait", "contact", "not-possible", "label", "shape"):
        assert f".{name}" in light
        assert f".{name}" in dark
    assert "fill:none" in light.split(".line{")[1]


def test_the_picture_has_a_name_and_a_size() -> None:
    root = tree(sample())
    assert root.get("role") == "group"
    assert root.get("aria-label") == "撤销不了？一步步找原因"
    left, top, width, height = map(float, str(root.get("viewBox")).split())
    assert (str(root.get("width")), str(root.get("height"))) == (f"{width:.0f}", f"{height:.0f}")
    for text in root.iter(f"{SVG}tspan"):
        assert left < float(str(text.get("x"))) < left + width
        assert top < float(str(text.get("y"))) < top + height


def test_retries_are_drawn_apart() -> None:
    root = tree(sample())
    retries = root.findall(f"{SVG}path[@class='line retry']")
    assert len(retries) == 2
    assert all(re.fullmatch(r"M(\d+) .*?(\d+)(?: \d+)?", str(path.get("d"))) for path in retries)
    assert len(root.findall(f"{SVG}path[@class='line']")) == 2 * 12 + 1
    assert ".retry{stroke-dasharray" in standalone(sample(), address)


def test_the_first_question_is_marked_and_stands_at_the_top_left() -> None:
    made = flow({"second": {"aa": "end", "bb": "end"}, "first": {"aa": "second", "bb": "end"}}, start="first")
    root = tree(drawn(made))
    marked = [link.get("href") for link in links(root) if link.get("class") == "question start"]
    assert marked == [address("first")]
    shape = next(link for link in links(root) if link.get("href") == address("first"))[0]
    assert (shape.get("x"), shape.get("y")) == ("0", "0")
    (dot,) = root.findall(f"{SVG}circle")
    assert float(str(dot.get("cx"))) < 0
    assert ".start .shape{stroke-width:3}" in standalone(drawn(made), address)


def test_level_lines_and_bends() -> None:
    made = flow({"aa": {"one": "cc", "two": "dd"}})
    lines = [str(path.get("d")) for path in tree(drawn(made)).findall(f"{SVG}path[@class='line']")]
    assert all(re.fullmatch(r"M-?\d+ \d+(?:H-?\d+|C(?:-?\d+ \d+ ?){3})+", line) for line in lines)
    assert any("C" in line for line in lines)
    assert any("H" in line for line in lines)
