"""The Mermaid chart; that it can be read back is held by ``tests/importing/test_round_trip``."""

from __future__ import annotations

import re

from helpcenter.drawing import mermaid
from tests.drawing.diagrams import AWKWARD_IDS, drawn, hostile_flow, sample
from tests.flow.flows import flow

BOX = re.compile(r"  (\w+(?:-\w+)*)([\[({>]+/?)\"([^\"]*)\"(/?[\])}]+)", re.ASCII)
ARROW = re.compile(r"  (\w+(?:-\w+)*) -->\|\"([^\"|]*)\"\| (\w+(?:-\w+)*)", re.ASCII)


def test_the_sample() -> None:
    lines = mermaid(sample()).splitlines()
    assert lines[:9] == [
        "flowchart LR",
        "  accTitle: 撤销不了？一步步找原因",
        "  accDescr: 回答几个问题，找到办法。",
        "  %% helpcenter flow why-not",
        "  %% helpcenter start what",
        '  what{"你想取消什么？"}',
        '  status{"页面显示什么？"}',
        '  parcel{"商品寄出了吗？"}',
        '  withdraw-now(["现在就可以撤销"])',
    ]
    assert lines[14:18] == [
        "  %% helpcenter option request",
        '  what -->|"售后申请"| status',
        "  %% helpcenter option order",
        '  what -->|"订单"| cancel-order',
    ]
    text = mermaid(sample())
    assert "%% helpcenter option unsure when what=unsure\n  status -->|\"看不懂<br>如果“你想取消什么？”选了我不确定\"|" in text
    assert "%% helpcenter option again again 1\n" in text
    assert text.endswith('  %% helpcenter not-solved\n  withdraw-now -->|"没解决"| still-stuck\n')


def test_every_line_is_a_header_a_comment_a_box_or_an_arrow() -> None:
    diagram = drawn(hostile_flow())
    lines = mermaid(diagram).splitlines()
    boxes = [found for line in lines if (found := BOX.fullmatch(line))]
    arrows = [found for line in lines if (found := ARROW.fullmatch(line))]
    comments = [line for line in lines if line.startswith("  %% helpcenter ")]
    assert len(boxes) == len(diagram.boxes)
    assert len(arrows) == len(diagram.arrows)
    assert len(lines) == 3 + len(boxes) + len(arrows) + len(comments)
    names = {found[1] for found in boxes}
    assert len(names) == len(boxes)
    assert {name for found in arrows for name in (found[1], found[3])} == names


def test_signs_of_mermaid_are_written_as_entities() -> None:
    made = flow({"qa": {"aa": {"label": 'a "b" #1 <i> | `c` &lt; \\n $x$', "to": "end"}, "bb": "end"}})
    assert '|"a #quot;b#quot; #35;1 #lt;i#gt; #124; #96;c#96; #amp;lt; #92;n #36;x#36;"|' in mermaid(drawn(made))


def test_ids_that_mermaid_misreads_have_another_name() -> None:
    text = mermaid(drawn(hostile_flow()))
    renamed = dict(re.findall(r"%% helpcenter id (\S+) (\S+)", text))
    assert set(renamed.values()) == {"end", "--", "-a", "a--b", "style", "graph", "class-x", "0-"}
    assert set(renamed.values()) < set(AWKWARD_IDS)
    assert all(re.fullmatch(r"question_\d+", name) for name in renamed)
    assert re.findall(r"%% helpcenter exit (\S+) (\S+)", text) == [("exit_17", "other-flow#end")]


def test_each_kind_has_brackets_of_its_own() -> None:
    brackets = {found[1].strip(): (found[2], found[4]) for found in BOX.finditer(mermaid(sample()))}
    assert brackets["what"] == ("{", "}")
    assert brackets["withdraw-now"] == ("([", "])")
    assert brackets["look-again"] == ("{{", "}}")
    assert brackets["ask-person"] == ("[/", "/]")
    assert brackets["too-late"] == ("[[", "]]")
