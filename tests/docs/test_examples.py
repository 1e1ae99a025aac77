"""The guide's examples fit the model, have no problem together, and do what the guide says of them."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

import pytest

from helpcenter.build import prepare
from helpcenter.commands.flow import flow_test
from helpcenter.host.plugin import HelpCenterConfig
from helpcenter.host.running import sound
from helpcenter.host.settings.reading import read_settings
from helpcenter.importing import as_yaml, read_mermaid
from helpcenter.words.catalogue import interface, messages
from helpcenter.words.report import as_text
from tests.docs.documents import GUIDE, blocks, code_in, plain_value, section
from tests.docs.examples import example_project, faults, named_blocks
from tests.docs.fields import FILES
from tests.making import PNG, write


@pytest.mark.parametrize(("name", "excerpt", "text"), named_blocks())
def test_every_example_fits_the_model(name: str, excerpt: bool, text: str, tmp_path: Path) -> None:
    data = plain_value(text, tmp_path)
    if name == "mkdocs.yml":
        return
    model = next(model for start, model in FILES.items() if name.startswith(start))
    for item in data if isinstance(data, list) else [data]:
        assert faults(model, item, part=excerpt) == []


def test_the_examples_together_have_no_problem(tmp_path: Path) -> None:
    assert prepare(example_project(tmp_path)).problems == []


EXCERPTS = [(name, text) for name, excerpt, text in named_blocks() if excerpt]


@pytest.mark.parametrize(("name", "text"), EXCERPTS)
def test_the_examples_with_an_excerpt_have_no_problem(name: str, text: str, tmp_path: Path) -> None:
    made = example_project(tmp_path)
    whole = plain_value((tmp_path / name).read_text(encoding="utf-8"), tmp_path)
    part = plain_value(text, tmp_path)
    if isinstance(whole, list):
        changes = {item["id"]: item for item in part}
        assert changes.keys() <= {item["id"] for item in whole}
        merged: Any = [item | changes.get(item["id"], {}) for item in whole]
    else:
        merged = whole | part
    (tmp_path / name).write_text(json.dumps(merged, ensure_ascii=False), encoding="utf-8")
    found = [problem for problem in prepare(made).problems if problem.code != "refers-to-retired"]
    assert found == []  # an excerpt retires a question that other examples still list


def test_the_example_of_the_settings_is_right(tmp_path: Path) -> None:
    example_project(tmp_path)
    assert sound(tmp_path)[1].plugins["helpcenter"].config["overdue"] == "warning"
    written = plain_value((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"), tmp_path)["plugins"]
    options = [name for name, _ in HelpCenterConfig._schema]
    assert [list(plugin["helpcenter"]) for plugin in written if "helpcenter" in plugin] == [options]


def test_the_example_of_a_brand_is_right(tmp_path: Path) -> None:
    settings = next(block for block in blocks(GUIDE, "text") if "favicon:" in block)
    logo = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    write(tmp_path, {"mkdocs.yml": settings, "content/images/logo.svg": logo, "content/images/favicon.png": PNG, "content/images/share.png": PNG})
    assert read_settings(tmp_path).problems == []


def test_the_example_of_a_problem_is_what_is_printed(tmp_path: Path) -> None:
    made = example_project(tmp_path)
    path = tmp_path / "content/articles/cancel-after-sales.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "closing: 见[重新申请](aply-again)。\n", encoding="utf-8")
    path.write_text(re.sub(r"closing: 先看.*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    printed = as_text(prepare(made).problems, messages("zh")).splitlines()[:2]
    shown = next(block for block in blocks(GUIDE, "text") if "unknown-link" in block).splitlines()
    assert [re.sub(r":\d+:\d+:", "", line) for line in printed] == [re.sub(r":\d+:\d+:", "", line) for line in shown]


def test_the_example_of_testing_a_flow_is_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example_project(tmp_path)
    assert flow_test(argparse.Namespace(id=None, min_edge_coverage=0), tmp_path, messages("zh")) == 0
    assert capsys.readouterr().out in blocks(GUIDE, "text")


def test_the_example_of_a_chart_can_be_imported() -> None:
    [chart] = blocks(GUIDE, "mermaid")
    imported = as_yaml(read_mermaid(chart, "chart.mmd"), "after-sales", interface("zh"))
    assert {problem.code for problem in imported.problems} == {"import-no-text"}  # as every chart
    assert "kind: solved" in imported.text
    assert "kind: contact" in imported.text


def test_copies_in_the_example_of_a_flow_are_those_that_the_guide_names(tmp_path: Path) -> None:
    [compiled] = prepare(example_project(tmp_path)).flows.values()
    repeated = {node for node in compiled.graph.nodes if len(compiled.sections.of(node)) > 1}
    named = code_in(section(GUIDE, "副本").rpartition("几个副本。")[0]) & set(compiled.graph.nodes)
    assert repeated == named - {compiled.graph.start}


def test_precautions_in_the_example_of_a_flow_are_seen_where_the_guide_says(tmp_path: Path) -> None:
    made = example_project(tmp_path)
    path = tmp_path / "content/flows/why-cannot-cancel.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    precautions: [cancel-after-sales#irreversible]\n", ""), encoding="utf-8")
    found = prepare(made).problems
    assert [problem.code for problem in found] == ["flow-skips-precaution"] * 2
