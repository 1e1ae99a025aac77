"""Mermaid flowcharts as people write them, and what is said of those that are not understood.

What each spelling means was compared with Mermaid 11.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpcenter.importing import Draft, as_yaml, read_mermaid
from helpcenter.words.catalogue import interface
from tests.drawing.diagrams import flow_of
from tests.making import place

SAMPLES = Path(__file__).parent / "samples"
Edges = list[tuple[str, str, str]]


def read(text: str, header: str = "flowchart LR") -> Draft:
    return read_mermaid(f"{header}\n{text}\n", "chart.mmd")


def edges(text: str) -> Edges:
    """Return source, label and target of each arrow; nothing may be left over."""
    found = read(text)
    assert found.problems == []
    return [(line.source, line.label, line.target) for line in found.lines]


def texts(text: str) -> dict[str, str]:
    found = read(text)
    assert found.problems == []
    return {name: node.text for name, node in found.nodes.items()}


def refused(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and text of everything that was not understood; the header is line 1."""
    found = read(text).problems
    assert {one.code for one in found} <= {"import-not-understood"}
    return [(one.location.line, one.location.column, one.details["text"]) for one in found]


@pytest.mark.parametrize(
    "arrow",
    [
        "A-->|x|B", "A --> |x| B", "A -->|x| B", "A ---->|x| B", "A ---|x| B", "A --o|x| B", "A --x|x| B", "A <-->|x| B",
        "A o--o|x| B", "A -- x --> B", "A -- x --- B", "A -- x ---> B", "A ==>|x| B", "A ===|x| B",
        "A == x ==> B", "A == x === B", "A -.->|x| B", "A -.-|x| B", "A -..->|x| B", "A -. x .-> B", "A -. x .- B",
        'A -->|"x"| B', 'A --"x"--> B', 'A -- "x" --> B', "A -->|<b>x</b>| B", 'A -->|"`x`"| B', "A e1@-->|x| B",
        "A -->| x | B;", "  A   -->|x|   B  ", "\tA -->|x|\tB", "A:::red -->|x| B:::blue", "A -->|x|\u00a0B",
    ],
)  # fmt: skip
def test_labelled_arrows(arrow: str) -> None:
    assert edges(arrow.replace("\u00a0", " ")) == [("A", "x", "B")]


@pytest.mark.parametrize(
    "arrow",
    ["A-->B", "A --> B", "A --- B", "A----B", "A ==> B", "A === B", "A -.-> B", "A-.->B", "A -.- B", "A --o B",
     "A --x B", "A <--> B", "A x--x B", "A o--o B", "A <==> B", "A <-.-> B", "A---oB", "A e1@--> B"],
)  # fmt: skip
def test_arrows_without_label(arrow: str) -> None:
    assert edges(arrow) == [("A", "", "B")]


@pytest.mark.parametrize(
    ("arrow", "label"),
    [
        ("A -- no --> B", "no"),
        ("A --no--> B", "no"),
        ("A -- a-b c --> B", "a-b c"),
        ('A -- "a -- b" --> B', "a -- b"),
        ("A -. v1.2 .-> B", "v1.2"),
        ("A == a--b ==> B", "a--b"),
        ("A -- a==b --> B", "a==b"),
        ('A -->|"a|b"| B', "a|b"),
        ("A -->|a; b| B", "a; b"),
        ("A -->|是的，已经寄出（3 天内）| B", "是的，已经寄出（3 天内）"),
        ('A -->|"#quot;a#quot; #35;1 #lt; #9829; #x;"| B', '"a" #1 < ♥ #x;'),
        ("A -->|a &amp; b &lt; c &nope; d| B", "a & b < c &nope; d"),
        ("A -->|one<br>two<br/>three<BR />four| B", "one two three four"),
        ('A -->|"one\n  two"| B', "one two"),
        ("A -->|a < b > c| B", "a < b > c"),
    ],
)
def test_labels(arrow: str, label: str) -> None:
    assert edges(arrow) == [("A", label, "B")]


@pytest.mark.parametrize(
    "brackets",
    ["[x y]", "(x y)", "([x y])", "[[x y]]", "[(x y)]", "((x y))", "(((x y)))", ">x y]", "{x y}", "{{x y}}", "[/x y/]",
     "[\\x y\\]", "[/x y\\]", "[\\x y/]", '["x y"]', '{ "x y" }', '(["x y"])', '["x\n y"]', '["`x y`"]', "[x<br>y]",
     "@{ shape: diamond, label: \"x y\" }", "@{shape: hex, label: 'x y'}", "@{ label: x y, shape: stadium }",
     "@{\n  shape: doc\n  label: \"x y\"\n}"],
)  # fmt: skip
def test_shapes(brackets: str) -> None:
    assert texts(f"A{brackets} --> B{brackets}") == {"A": "x y", "B": "x y"}
    assert texts(f"A{brackets}:::red-1-->B{brackets};") == {"A": "x y", "B": "x y"}


@pytest.mark.parametrize(
    ("box", "text"),
    [
        ('A["a ] } | --> b"]', "a ] } | --> b"),
        ('A["a {b} (c)"]', "a {b} (c)"),
        ("A[/path/to]", "/path/to"),
        ("A[/a/b/]", "a/b"),
        ('A[say "hi" now]', 'say "hi" now'),
        ("A[#quot;a#quot;]", '"a"'),
        ("A[]", "A"),
        ('A[" "]', "A"),
        ("A@{ shape: rect }", "A"),
        ('A@{ label: "a } b" }', "a } b"),
    ],
)
def test_texts_of_boxes(box: str, text: str) -> None:
    assert texts(f"{box} --> B[/c/]") == {"A": text, "B": "c"}


def test_the_last_text_of_a_box_counts_and_a_box_without_text_is_called_by_its_name() -> None:
    assert texts("A[one] --> B\nA[two]\nA --> B") == {"A": "two", "B": "B"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A --> B --> C", [("A", "", "B"), ("B", "", "C")]),
        ("A -->|x| B ---|y| C", [("A", "x", "B"), ("B", "y", "C")]),
        ("A & B -->|x| C & D", [("A", "x", "C"), ("A", "x", "D"), ("B", "x", "C"), ("B", "x", "D")]),
        ("A --> B & C --> D", [("A", "", "B"), ("A", "", "C"), ("B", "", "D"), ("C", "", "D")]),
        ("A-->B;B-->C; C-->D;", [("A", "", "B"), ("B", "", "C"), ("C", "", "D")]),
        ("A[x]-->B[y]-->|z|C", [("A", "", "B"), ("B", "z", "C")]),
        ("A --> B %% why", [("A", "", "B")]),
        ("A ~~~ B --> C", [("B", "", "C")]),
    ],
)
def test_chains_and_groups(text: str, found: Edges) -> None:
    assert edges(text) == found


def test_names_of_boxes() -> None:
    assert list(texts("a-b-->c_d\n开始 --> a.b\n1 --> A/b#2\nend1 --> bend --> graph-x --> default")) == [
        "a-b", "c_d", "开始", "a.b", "1", "A/b#2", "end1", "bend", "graph-x", "default",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "looks",
    [
        "subgraph one", "subgraph one [A title; with --> more]", 'subgraph one ["a;b"]', "end", "direction TB", "direction LR;",
        "classDef red fill:#f00,stroke:#333;", "class A,B red", "style A fill:#f9f,stroke:#333,stroke-width:4px",
        "linkStyle 0 stroke:#ff3", 'click A "https://example.com/?a=1;b" "tip; tip" _blank', "click A call back()", "%% A --> C",
        "%%A --> C", "%%{init: {'theme': 'dark'}}%%", "%%{init: {\n  'flowchart': {'curve': 'basis'}\n}}%%", "```",
    ],
)  # fmt: skip
def test_looks_are_skipped(looks: str) -> None:
    assert edges(f"{looks}\nA --> B\n  {looks}\n") == [("A", "", "B")]


def test_the_attributes_of_an_arrow_are_no_box() -> None:
    assert list(texts("A e1@--> B\ne1@{ animate: true }\ne2@{ label: x }")) == ["A", "B", "e2"]


@pytest.mark.parametrize(
    "header",
    ["graph TD", "graph TD;", "flowchart LR", "  flowchart TB  ", "flowchart", "graph", "flowchart-elk RL", "graph >",
     "graph v", "%% words\n\ngraph BT", "---\ntitle: x\n---\nflowchart LR", "\ufeffgraph TD", "Words before\n```mermaid\ngraph TD"],
)  # fmt: skip
def test_headers(header: str) -> None:
    found = read_mermaid(f"{header}\nA --> B", "chart.mmd")
    assert [(line.source, line.target) for line in found.lines] == [("A", "B")]
    assert found.problems == []


def test_the_chart_may_follow_on_the_line_of_the_header() -> None:
    found = read_mermaid("graph LR; A-->|x|B; B--", "chart.mmd")
    assert [(line.source, line.label, line.target) for line in found.lines] == [("A", "x", "B")]
    assert [place(one) for one in found.problems] == [("import-not-understood", "chart.mmd", 1, 24)]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(ends: str) -> None:
    found = read_mermaid(ends.join(["graph TD", "A -->|x| B", "B -->", "C --> D"]), "chart.mmd")
    assert [line.label for line in found.lines] == ["x", ""]
    assert [one.location.line for one in found.problems] == [3]


@pytest.mark.parametrize("text", ["", "   ", "A --> B", "sequenceDiagram\nA->>B: x", "# flowchart", "graphs\nA --> B"])
def test_a_file_without_chart(text: str) -> None:
    found = read_mermaid(text, "chart.mmd")
    assert [place(one) for one in found.problems] == [("import-no-chart", "chart.mmd", 1, 1)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("accTitle: 标题： x", ("标题： x", "")),
        ("accTitle :标题\naccDescr: 说明 # ; x", ("标题", "说明 # ; x")),
        ("accDescr {\n  第一行\n  第二行\n}\nA --> B", ("", "第一行 第二行")),
        ("accDescr: 一\naccDescr: 二", ("", "二")),
    ],
)
def test_title_and_description(text: str, said: tuple[str, str]) -> None:
    found = read(text)
    assert (found.title, found.summary) == said
    assert found.problems == []


@pytest.mark.parametrize(("typed", "title"), [("退款", "退款"), ('"退款：到哪了"', "退款：到哪了"), ("'x'", "x")])
def test_the_title_of_the_front_matter(typed: str, title: str) -> None:
    front = f"---\nconfig:\n  flowchart:\n    curve: basis\ntitle: {typed}\n---\n"
    assert read_mermaid(f"{front}graph TD\nA --> B", "x").title == title
    assert read_mermaid(f"{front}graph TD\naccTitle: 另一个\nA --> B", "x").title == "另一个"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A -->", [(2, 6, "A -->")]),
        ("A --> B\n  A ->> C", [(3, 5, "->> C")]),
        ("A --> B C", [(2, 9, "C")]),
        ("A[text --> B", [(2, 2, "[text --> B")]),
        ("A --x--> B", [(2, 6, "--> B")]),
        ("A -->|x B", [(2, 6, "|x B")]),
        ("A -- x B", [(2, 6, "x B")]),
        ("= = =\nA --> B\n!!!", [(2, 1, "= = ="), (4, 1, "!!!")]),
        ("A & --> B", [(2, 5, "--> B")]),
        ("A(x (y)) --> B", [(2, 8, ") --> B")]),
        ("开始 --> 结束 再见", [(2, 11, "再见")]),
        ("A --> B;B = C; D --> E", [(2, 11, "= C; D --> E")]),
        ("a" * 90 + " !", [(2, 92, "!")]),
        ("! " + "x" * 90, [(2, 1, "! " + "x" * 58)]),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
    assert refused(text) == found


def test_what_is_understood_before_a_fault_is_kept() -> None:
    found = read("A -->|x| B --> C D\nC -->|y| E")
    assert [(line.source, line.target) for line in found.lines] == [("A", "B"), ("B", "C"), ("C", "E")]


@pytest.mark.parametrize(
    "note",
    ["%% flow other", "%% start B", "%% option B", "%% helpcenter", "%% helpcenter ", "%% helpcenter flow", "%% helpcenter id A",
     "%% helpcenter option", "%% helpcenter what is this", "%% helpcenter option x when", "%% helpcenter option x again"],
)  # fmt: skip
def test_comments_of_others_mean_nothing(note: str) -> None:
    found = read(f"{note}\nA -->|x| B")
    assert (found.id, found.start) == ("", "")
    assert [(line.label, line.when, line.again) for line in found.lines] == [("x", (), "")]


def test_our_own_comments() -> None:
    found = read(
        "%% helpcenter flow why-not\n%% helpcenter start A\n%% helpcenter id A end\n%% helpcenter exit X other#q1\n"
        '%% helpcenter option yes when q-1=a,b when q-2=c again 2\nA -->|"x<br>更多"| X\n'
        "%% helpcenter not-solved again-rule 1\nB -->|y| A\nB -->|z| A"
    )
    assert (found.id, found.start) == ("why-not", "A")
    assert (found.nodes["A"].id, found.nodes["X"].id, found.nodes["X"].outside) == ("end", "other#q1", True)
    first, second, third = found.lines
    assert (first.label, first.option, first.again) == ("x", "yes", "2")
    assert first.when == (("q-1", ("a", "b")), ("q-2", ("c",)))
    assert (second.unsolved, second.option, second.again_rule) == (True, "", "1")
    assert (third.unsolved, third.option, third.again_rule) == (False, "", "")


def test_the_sample() -> None:
    draft = read_mermaid((SAMPLES / "refund.mmd").read_text(encoding="utf-8"), "refund.mmd")
    made = as_yaml(draft, "after-sales", interface("zh"))
    assert made.text == (SAMPLES / "refund.yaml").read_text(encoding="utf-8")
    assert flow_of(made.text).start == "kai-shi"
    assert sorted(place(one) for one in made.problems) == [
        ("import-id-changed", "refund.mmd", 16, 5),
        ("import-id-changed", "refund.mmd", 16, 27),
        ("import-id-changed", "refund.mmd", 17, 19),
        ("import-id-changed", "refund.mmd", 18, 18),
        ("import-id-changed", "refund.mmd", 21, 21),
        ("import-id-changed", "refund.mmd", 22, 18),
        ("import-id-changed", "refund.mmd", 24, 12),
        ("import-id-changed", "refund.mmd", 25, 26),
        ("import-no-label", "refund.mmd", 24, 8),
        ("import-no-text", "refund.mmd", 17, 19),
        ("import-no-text", "refund.mmd", 21, 21),
        ("import-no-text", "refund.mmd", 24, 12),
        ("import-no-text", "refund.mmd", 25, 26),
        ("import-same-label", "refund.mmd", 25, 17),
    ]


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["A", "B", "开始", " ", "\n", ";", "-->", "--", "==>", "-.->", "-.", "|x|", "|", "[", "]", "{", "}", "((", "))", '"',
             "&", "@{", ":::", "%%", "%%{", "}%%", "---\n", "accTitle:", "accDescr {", "subgraph ", "end", "#quot;", "&#0;",
             "%% helpcenter option x when a=b again 9\n", "%% helpcenter id A B\n", "%% helpcenter exit A x#y\n", "\r", "\x07"]
        ),
        st.text(max_size=5),
    ),
    max_size=25,
)  # fmt: skip


@given(PIECES)
@example(["A", "@{", "x"])
def test_any_text_is_read_or_refused(pieces: list[str]) -> None:
    draft = read("".join(pieces))
    made = as_yaml(draft, "topic", interface("zh"))
    if made.text and not any(one.severity == "error" for one in made.problems):
        flow_of(made.text)
    for one in made.problems:
        assert one.location.line >= 1
        assert one.location.column >= 1
    assert all(line.source in draft.nodes and line.target in draft.nodes for line in draft.lines)


@given(st.text(max_size=200))
def test_any_file_is_read_or_refused(text: str) -> None:
    assert as_yaml(read_mermaid(text, "x"), "topic", interface("zh")).problems


@pytest.mark.parametrize("text", ["A -- " + " " * 20000, "A " + "-" * 20000, "A[" * 5000, '"' * 9999, "A -. " + "." * 5000, "A & " * 5000])
def test_long_lines_take_no_long_time(text: str) -> None:
    assert len(read(text).problems) <= 1


def test_a_large_chart() -> None:
    lines = [f"n{number}[问题 {number}] -->|是| n{number + 1}" for number in range(2000)]
    assert len(edges("\n".join(lines))) == 2000
