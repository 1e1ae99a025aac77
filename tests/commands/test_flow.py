"""The commands for flows: what they print, where, and how they end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from helpcenter.commands import main
from helpcenter.sources.yaml.writer import yaml_text
from tests.drawing.diagrams import flow_of
from tests.making import BASE, FLOW, FLOW_FILES, TOPICS, Files, write
from tests.sources.test_revisions import commit

CHART = "graph TD\naccTitle: 退款到哪了\nqa{到账了吗？} -->|到了| aa([放心])\nqa -->|没到| bb{{再等等}}\n"
UNTESTED = FLOW.replace("  - {name: 取消订单, answers: {what: order}, outcome: cancel-order}\n", "")
BROKEN = FLOW.replace("to: cancel-order}", "to: cancel-ordr}")
UNREAD = FLOW.replace("kind: solved\n", "knd: solved\n")


class Commands:
    """Runs commands in a project."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str, language: str = "zh_CN.UTF-8") -> tuple[int, str, str]:
        """Return exit code, output and errors of ``helpcenter flow …``."""
        self._monkeypatch.chdir(self.folder)
        self._monkeypatch.setenv("LC_ALL", language)
        self._monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795420800")
        self._capsys.readouterr()
        try:
            code = main.main(["flow", *arguments])
        except SystemExit as end:
            code = int(str(end.code))
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    def write(self, files: Files) -> None:
        write(self.folder, files)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Commands:
    """Return the commands in a project with the sample flow."""
    write(tmp_path, {**BASE, **FLOW_FILES})
    return Commands(tmp_path, monkeypatch, capsys)


def place_of(text: str, part: str) -> str:
    """Return line and column of ``part`` as messages show them."""
    before = text[: text.index(part)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def test_test_in_chinese(run: Commands) -> None:
    assert run("test", "why-not") == (
        0,
        "why-not  撤销不了？一步步找原因\n"
        "  走法：共 25 种，全部走过，走不通的 0 种\n"
        "  测试：10 条，全部通过\n"
        "  测试覆盖：问题、步骤和结果 9/9 (100%)，选项 13/13 (100%)，走法 10/25 (40%)\n",
        "",
    )


def test_test_in_english(run: Commands) -> None:
    code, out, _ = run("test", "why-not", language="en_GB.UTF-8")
    assert code == 0
    assert out.splitlines()[1:] == [
        "  Journeys: 25, all walked, 0 lead nowhere",
        "  Tests: 10, all passed",
        "  Taken by tests: questions, steps and outcomes 9/9 (100%), options 13/13 (100%), journeys 10/25 (40%)",
    ]


def test_test_without_id_takes_all_flows(run: Commands) -> None:
    run.write({"content/flows/another.yaml": FLOW.replace("id: why-not", "id: another")})
    code, out, err = run("test")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines() if not line.startswith(" ")] == ["another", "why-not"]


def test_test_without_any_flow_says_nothing(run: Commands) -> None:
    (run.folder / "content/flows/why-not.yaml").unlink()
    assert run("test") == (0, "", "")


def test_an_untested_edge_is_told_with_its_place_and_the_way_there(run: Commands) -> None:
    run.write({"content/flows/why-not.yaml": UNTESTED})
    code, out, _ = run("test")
    assert code == 0
    assert out.splitlines()[2:] == [
        "  测试：9 条，全部通过",
        "  测试覆盖：问题、步骤和结果 8/9 (88%)，选项 12/13 (92%)，走法 9/25 (36%)",
        f"    content/flows/why-not.yaml:{place_of(UNTESTED, 'cancel-order}')}: 没有测试走过：订单",
    ]


def test_an_untested_rule_and_a_way_on_are_told_with_their_place(run: Commands) -> None:
    text = FLOW[: FLOW.index("tests:")]
    run.write({"content/flows/why-not.yaml": text})
    lines = run("test")[1].splitlines()
    assert len(lines) == 4 + 13
    place = place_of(text, "too-late}\n      kept")
    assert f"    content/flows/why-not.yaml:{place}: 没有测试走过：我不确定 → 待商家处理 → 寄出了" in lines
    place = place_of(text, "still-stuck\n")
    told = "售后申请 → 待商家处理 → 没有 → 现在就可以撤销"
    assert lines[-1] == f"    content/flows/why-not.yaml:{place}: 没有测试走过：{told}"


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("92", 0), ("93", 1), ("100", 1)])
def test_too_little_coverage_ends_with_one(least: str, code: int, run: Commands) -> None:
    run.write({"content/flows/why-not.yaml": UNTESTED})
    found, out, _ = run("test", "--min-edge-coverage", least)
    assert found == code
    assert out.endswith(f"  测试只走到 92% 的选项，要求至少 {least}%。\n") == bool(code)


def test_full_coverage_is_enough(run: Commands) -> None:
    assert run("test", "--min-edge-coverage", "100")[0] == 0


@pytest.mark.parametrize("least", ["101", "-1", "many", "50%", "", "٥"])
def test_what_is_no_percentage(least: str, run: Commands) -> None:
    code, _, err = run("test", f"--min-edge-coverage={least}")
    assert code == 2
    assert f"“{least}”不是百分比" in err


@pytest.mark.parametrize("command", [["test"], ["sheet"], ["map"], ["sheet", "--since", "HEAD"]])
def test_an_unknown_flow_ends_with_two_and_a_guess(command: list[str], run: Commands) -> None:
    code, out, err = run(*command, "why-nott")
    assert (code, out) == (2, "")
    assert err == "无法运行：没有“why-nott”这个流程。最接近的是：why-not\n"
    assert run(*command, "zzz", language="C")[2] == "cannot run: There is no flow “zzz”. The nearest is: —\n"


@pytest.mark.parametrize("command", [["test"], ["sheet"], ["map"], ["map", "--format", "dot"], ["sheet", "--since", "HEAD"]])
def test_a_flow_with_errors_is_refused_with_their_place(command: list[str], run: Commands) -> None:
    run.write({"content/flows/why-not.yaml": BROKEN})
    code, out, err = run(*command, "why-not")
    assert (code, out) == (1, "")
    assert f"content/flows/why-not.yaml:{place_of(BROKEN, 'cancel-ordr')}: 错误 [" in err
    assert "cancel-order" in err


@pytest.mark.parametrize("command", [["test"], ["sheet"], ["map"]])
@pytest.mark.parametrize("text", [UNREAD, "id: [\n", ""])
def test_a_flow_that_cannot_be_read_is_refused_with_its_place(command: list[str], text: str, run: Commands) -> None:
    run.write({"content/flows/why-not.yaml": text})
    code, out, err = run(*command, "why-not")
    assert (code, out) == (1, "")
    assert "content/flows/why-not.yaml:" in err
    if text == UNREAD:
        assert f"content/flows/why-not.yaml:{place_of(UNREAD, 'knd')}: 错误 [unknown-field]" in err


def test_all_flows_are_not_fine_when_one_cannot_be_read(run: Commands) -> None:
    run.write({"content/flows/another.yaml": UNREAD.replace("id: why-not", "id: another")})
    code, out, err = run("test")
    assert code == 1
    assert out.startswith("why-not  ")
    assert f"content/flows/another.yaml:{place_of(UNREAD, 'knd')}" in err


FAILING = FLOW.replace("{what: order}, outcome: cancel-order", "{what: order}, outcome: too-late")
UNTIDY = FLOW.replace("still-stuck: {title: 截图找客服, kind: contact, text: 把截图发给客服。, contact: platform}",
                      "still-stuck: {title: 截图找客服, kind: contact, text: 把截图发给客服。, links: [gone]}")  # fmt: skip
ROUND = FLOW.replace("to: status, again: 1}", "to: status}")


def test_a_failing_test_is_told_and_the_others_are_counted(run: Commands) -> None:
    run.write({"content/flows/why-not.yaml": FAILING})
    code, out, err = run("test")
    assert code == 1
    assert "[flow-test-failed]" in err
    assert "  测试：10 条，没有通过的 1 条\n" in out
    assert "Tests: 10, 1 of them failed" in run("test", language="C")[1]


@pytest.mark.parametrize("text", [FAILING, UNTIDY])
@pytest.mark.parametrize("command", [["sheet"], ["map"], ["map", "--format", "mermaid"]])
def test_what_is_merely_open_is_told_and_stops_neither_sheet_nor_map(command: list[str], text: str, run: Commands) -> None:
    clean = run(*command, "why-not")[1]
    run.write({"content/flows/why-not.yaml": text})
    code, out, err = run(*command, "why-not")
    assert (code, out) == (0, clean)
    assert "错误 [" in err


def test_a_test_with_something_open_is_run_and_ends_with_one(run: Commands) -> None:
    run.write({"content/flows/why-not.yaml": UNTIDY})
    code, out, err = run("test")
    assert code == 1
    assert "  测试：10 条，全部通过\n" in out
    assert "错误 [unknown-id]" in err


def test_a_circle_can_be_drawn_but_not_walked(run: Commands) -> None:
    run.write({"content/flows/why-not.yaml": ROUND})
    code, out, err = run("map", "why-not", "--format", "mermaid")
    assert code == 0
    assert 'parcel -->|"选错了，再看一次"| status' in out
    assert "[flow-cycle]" in err
    assert [run(command, "why-not")[:2] for command in ("test", "sheet")] == [(1, ""), (1, "")]


def test_a_warning_is_told_and_does_not_fail(run: Commands) -> None:
    text = FLOW.replace("      unsure: {label: 不知道, to: ask-person}\n", "").replace(
        "  - {name: 不知道寄没寄, answers: {what: unsure, status: applied, parcel: unsure}, outcome: ask-person}\n", ""
    )
    run.write({"content/flows/why-not.yaml": text})
    code, out, err = run("test")
    assert code == 0
    assert "提醒" in err
    assert "走法" in out


def test_problems_of_other_files_are_not_told(run: Commands) -> None:
    run.write({"content/articles/broken.yaml": "id: broken\n"})
    assert run("test")[::2] == (0, "")


def many_journeys() -> str:
    """Return a flow of 15 questions with two answers each: 32,768 journeys."""
    names = [f"q{number:02}" for number in range(15)]
    questions = {
        name: {"ask": f"问题 {name}？", "options": {"no": {"label": f"否 {name}", "to": after}, "unsure": {"label": "不确定", "to": after}}}
        for name, after in zip(names, [*names[1:], "end"], strict=True)
    }
    outcome = {"title": "完", "kind": "contact", "text": "问客服。", "contact": "platform"}
    head = {"id": "many", "title": "很多", "summary": "很多问题。", "topic": "after-sales", "start": "q00"}
    return yaml_text({**head, "questions": questions, "outcomes": {"end": outcome}})


def test_too_many_journeys_are_sampled_the_same_way_each_time(run: Commands) -> None:
    run.write({"content/flows/many.yaml": many_journeys()})
    code, out, _ = run("test", "many")
    assert code == 0
    assert out.splitlines()[1] == "  走法：共 32768 种，抽走了 1961 种（每个选项至少一次），走不通的 0 种"
    assert run("test", "many")[1] == out
    assert "Journeys: 32768, 1961 walked" in run("test", "many", language="C")[1]


def test_the_sheet_of_too_many_journeys_says_so(run: Commands) -> None:
    run.write({"content/flows/many.yaml": many_journeys()})
    code, out, err = run("sheet", "many")
    assert code == 0
    assert err.endswith("走法太多，表里只列出能覆盖每个选项的走法。\n")
    assert "共 1961 种走法。" in out
    assert run("sheet", "many")[1] == out
    assert "走法太多" not in run("sheet", "why-not")[2]


def test_the_sheet(run: Commands) -> None:
    code, out, err = run("sheet", "why-not")
    assert (code, err) == (0, "")
    assert out.startswith("# 撤销不了？一步步找原因\n\n共 25 种走法。\n\n| 编号 | 回答 | 结果 | 类型 |\n")
    assert "你想取消什么？ **订单** | 去订单页取消 | 可以这样做 |\n" in out
    assert run("sheet", "why-not", "--format", "md", language="C")[1] == out


def test_the_sheet_as_csv(run: Commands) -> None:
    code, out, _ = run("sheet", "why-not", "--format", "csv")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert (code, len(rows), rows[0]) == (0, 26, ["编号", "回答", "结果", "类型", "说明"])


def test_changes_since_a_revision(run: Commands) -> None:
    commit(run.folder, {}, "first")
    assert run("sheet", "why-not", "--since", "first")[1].startswith("# 撤销不了？一步步找原因\n\n共 0 种走法。\n")
    now = FLOW.replace("to: cancel-order}", "to: look-again}").replace("{what: order}, outcome: cancel-order", "{what: order}, outcome: look-again")
    now = now.replace("      refunding: {label: 退款中, to: too-late, state: refunding}\n", "      refunding: {label: 退款中, to: too-late, state: refunding}\n      closed: {label: 已关闭, to: still-stuck}\n")
    now = now.replace("text: 让客服看一眼。", "text: 请客服看一眼。").replace("    not_solved: still-stuck\n", "")
    now = now.replace("  - name: 撤销后还是不行\n    answers: {what: request, status: applied, parcel: kept, withdraw-now: not-solved}\n    outcome: still-stuck\n", "")
    now = now.replace("  cancel-order: {title: 去订单页取消, kind: solved, text: 订单没发货时去订单页。, links: [reapply]}\n", "")
    run.write({"content/flows/why-not.yaml": now})
    code, out, err = run("sheet", "why-not", "--since", "first", "--format", "csv")
    assert (code, err) == (0, "")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert rows[0][-1] == "之前的结果"
    found = {row[1]: (row[2], row[-1]) for row in rows[1:]}
    assert found["你想取消什么？ 订单"] == ("再看一次详情页", "去订单页取消")
    assert found["你想取消什么？ 售后申请 → 页面显示什么？ 已关闭"] == ("截图找客服", "（新的走法）")
    assert found["你想取消什么？ 我不确定 → 页面显示什么？ 看不懂"] == ("问客服", "（结果没变，说明改了）")
    gone = "你想取消什么？ 售后申请 → 页面显示什么？ 待商家处理 → 商品寄出了吗？ 没有 → 现在就可以撤销 没解决"
    assert found[gone] == ("（已经没有这种走法）", "截图找客服")
    assert "你想取消什么？ 售后申请 → 页面显示什么？ 退款中" not in found
    assert "| 编号 | 回答 | 结果 | 类型 | 之前的结果 |" in run("sheet", "why-not", "--since", "first")[1]


def test_a_flow_that_did_not_exist_is_all_new(run: Commands) -> None:
    commit(run.folder, {}, "first")
    run.write({"content/flows/newer.yaml": FLOW.replace("id: why-not", "id: newer")})
    code, out, _ = run("sheet", "newer", "--since", "first")
    assert code == 0
    assert out.count("| （新的走法） |") == 25


def test_revisions_that_cannot_be_compared(run: Commands) -> None:
    code, out, err = run("sheet", "why-not", "--since", "HEAD")
    assert (code, out) == (2, "")
    assert err == "无法运行：git 里找不到版本“HEAD”，或者这个文件夹不是 git 仓库。\n"
    for broken, tag in (("id: [\n", "syntax"), (UNREAD, "shape"), (FLOW + "\nmore: [", "more")):
        commit(run.folder, {"content/flows/why-not.yaml": broken}, tag)
    commit(run.folder, FLOW_FILES, "fine")
    assert run("sheet", "why-not", "--since", "nothing")[0] == 2
    for tag in ("syntax", "shape", "more"):
        code, out, err = run("sheet", "why-not", "--since", tag, language="C")
        assert (code, out) == (2, "")
        assert err == f"cannot run: content/flows/why-not.yaml cannot be read at “{tag}”, so there is nothing to compare with.\n"
    assert run("sheet", "why-not", "--since", "fine")[0] == 0


def test_an_earlier_flow_in_circles_can_be_compared(run: Commands) -> None:
    commit(run.folder, {"content/flows/why-not.yaml": FLOW.replace(", again: 1}", "}")}, "cycle")
    run.write(FLOW_FILES)
    code, out, _ = run("sheet", "why-not", "--since", "cycle")
    assert code == 0
    assert "共 0 种走法" in out


def test_the_map_as_svg(run: Commands) -> None:
    code, out, err = run("map", "why-not")
    assert (code, err) == (0, "")
    root = ET.fromstring(out)
    links = [link.get("href") for link in root.iter("{http://www.w3.org/2000/svg}a")]
    assert links[0] == "https://help.example.com/why-not/#what"
    assert len(links) == 9
    assert "<style>" in out
    assert run("map", "why-not", "--format", "svg")[1] == out


def test_links_of_a_map_without_an_address_of_the_site(run: Commands) -> None:
    settings = BASE["mkdocs.yml"]
    assert isinstance(settings, str)
    other = FLOW.replace("id: why-not", "id: another").replace("to: cancel-order}", "to: why-not#status}")
    other = other.replace("{what: order}, outcome: cancel-order", "{what: order}, outcome: why-not#status")
    other = other.replace("  cancel-order: {title: 去订单页取消, kind: solved, text: 订单没发货时去订单页。, links: [reapply]}\n", "")
    run.write({"mkdocs.yml": settings.replace("site_url: https://help.example.com/\n", ""), "content/flows/another.yaml": other})
    root = ET.fromstring(run("map", "another")[1])
    links = {str(link.get("href")): "".join(link.itertext()) for link in root.iter("{http://www.w3.org/2000/svg}a")}
    assert links["another/#what"] == "你想取消什么？"
    assert links["why-not/#status"] == "另一个流程：撤销不了？一步步找原因"


@pytest.mark.parametrize(("form", "begins"), [("mermaid", "flowchart LR\n"), ("dot", "digraph flow {\n")])
def test_the_map_as_text(form: str, begins: str, run: Commands) -> None:
    code, out, err = run("map", "why-not", "--format", form)
    assert (code, err) == (0, "")
    assert out.startswith(begins)
    assert "看不懂" in out


def test_unknown_forms_are_refused(run: Commands) -> None:
    assert run("map", "why-not", "--format", "png")[0] == 2
    assert run("sheet", "why-not", "--format", "xlsx")[0] == 2


def test_import_prints_the_flow_and_what_to_look_at(run: Commands) -> None:
    run.write({"chart.mmd": CHART})
    code, out, err = run("import", "chart.mmd")
    assert code == 0
    flow = flow_of(out)
    assert (flow.id, flow.title, flow.topic) == ("tui-kuan-dao-na-le", "退款到哪了", "after-sales")
    assert [line for line in err.splitlines() if not line.startswith(" ")] == [
        "chart.mmd:3:19: 提醒 [import-no-text] 结果“放心”没有说明，先用标题代替。",
        "chart.mmd:4:12: 提醒 [import-no-text] 结果“再等等”没有说明，先用标题代替。",
        "共 0 个错误，2 个提醒。",
    ]
    assert not list((run.folder / "content/flows").glob("tui-kuan*"))


def test_import_tells_findings_in_the_order_of_the_file(run: Commands) -> None:
    run.write({"chart.mmd": CHART + "cc{再问？} --> aa\ncc --> bb\n!\n"})
    code, _, err = run("import", "chart.mmd")
    assert code == 1
    lines = [int(line.split(":")[1]) for line in err.splitlines() if line.startswith("chart.mmd:")]
    assert lines == [3, 4, 5, 6, 7]


def test_import_takes_the_first_topic(run: Commands) -> None:
    run.write({"chart.mmd": CHART, "content/topics.yaml": "- {id: earlier, title: 更早, summary: 一句话。}\n" + TOPICS})
    assert flow_of(run("import", "chart.mmd")[1]).topic == "earlier"


def test_import_writes_once_and_never_over_a_file(run: Commands) -> None:
    run.write({"chart.mmd": CHART})
    target = run.folder / "content/flows/tui-kuan-dao-na-le.yaml"
    printed = run("import", "chart.mmd")[1]
    code, out, _ = run("import", "chart.mmd", "--write")
    assert (code, out) == (0, "已写好：content/flows/tui-kuan-dao-na-le.yaml。请运行 helpcenter check，再补上说明和测试。\n")
    assert target.read_text(encoding="utf-8") == printed
    run.write({"chart.mmd": CHART.replace("放心", "别的")})
    code, out, err = run("import", "chart.mmd", "--write")
    assert (code, out) == (2, "")
    assert err.endswith("无法运行：content/flows/tui-kuan-dao-na-le.yaml 已经存在，没有覆盖。\n")
    assert target.read_text(encoding="utf-8") == printed


def test_import_makes_the_folder_and_writes_through_no_link(run: Commands, tmp_path: Path) -> None:
    for path in (run.folder / "content/flows").iterdir():
        path.unlink()
    (run.folder / "content/flows").rmdir()
    run.write({"chart.mmd": CHART})
    assert run("import", "chart.mmd", "--write")[0] == 0
    target = run.folder / "content/flows/tui-kuan-dao-na-le.yaml"
    target.unlink()
    target.symlink_to(tmp_path / "elsewhere.yaml")
    assert run("import", "chart.mmd", "--write")[0] == 2
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_folder_that_cannot_be_made_is_told(run: Commands) -> None:
    for path in (run.folder / "content/flows").iterdir():
        path.unlink()
    (run.folder / "content/flows").rmdir()
    run.write({"chart.mmd": CHART, "content/flows": "a file\n"})
    code, _, err = run("import", "chart.mmd", "--write")
    assert code == 2
    assert "content/flows" in err.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("chart.mmd", "hello", "chart.mmd:1:1: 错误 [import-no-chart]"),
        ("chart.mmd", "graph TD\nA[x]", "chart.mmd:1:1: 错误 [import-nothing]"),
        ("chart.mmd", f"{CHART}  A ->> B\n", "chart.mmd:5:5: 错误 [import-not-understood] 看不懂这里：->> B"),
        ("a.json", "{\n  x", "a.json:2:3: 错误 [import-bad-json]"),
        ("a.json", "{}", "a.json:1:1: 错误 [import-no-nodes]"),
        ("A.JSON", "[]", "A.JSON:1:1: 错误 [import-no-nodes]"),
    ],
)
def test_import_of_a_faulty_file_writes_nothing(name: str, text: str, said: str, run: Commands) -> None:
    run.write({name: text})
    before = sorted((run.folder / "content").rglob("*"))
    for more in ([], ["--write"]):
        code, out, err = run("import", name, *more)
        assert (code, out) == (1, "")
        assert err.startswith(said) or f"\n{said}" in err
    assert sorted((run.folder / "content").rglob("*")) == before


@pytest.mark.parametrize(("name", "content", "said"), [("none.mmd", None, "none.mmd"), ("x.mmd", b"\xff\xfe", "UTF-16"), ("x.mmd", b"", "x.mmd")])
def test_import_of_what_cannot_be_read_ends_with_two(name: str, content: bytes | None, said: str, run: Commands) -> None:
    run.write({name: content})
    code, out, err = run("import", name)
    assert (code, out) == (2, "")
    assert said in err


def test_import_of_a_smart_answer(run: Commands) -> None:
    options = [{"label": "到了", "slug": "yes", "next_node": "fine"}, {"label": "没到", "slug": "no", "next_node": "fine"}]
    nodes = [{"kind": "question", "slug": "qa", "title": "到账了吗？", "options": options}, {"kind": "outcome", "slug": "fine", "title": "好", "body": "好。"}]
    run.write({"a.json": json.dumps({"base_path": "/refund", "title": "退款", "details": {"nodes": nodes}})})
    code, out, err = run("import", "a.json", "--write")
    assert (code, err) == (0, "")
    assert "content/flows/refund.yaml" in out
    code, _, err = run("test", "refund")
    assert code == 0
    assert "content/flows/refund.yaml:13:3: 提醒 [flow-no-action]" in err


def test_a_chart_of_ours_comes_back_as_it_was(run: Commands) -> None:
    chart = run("map", "why-not", "--format", "mermaid")[1]
    run.write({"chart.mmd": chart})
    (run.folder / "content/flows/why-not.yaml").unlink()
    assert run("import", "chart.mmd", "--write")[0] == 0
    diagram = flow_of((run.folder / "content/flows/why-not.yaml").read_text(encoding="utf-8"))
    assert diagram.start == "what"
    code, _, err = run("map", "why-not", "--format", "mermaid")
    assert code == 0  # a chart has no contacts, links and states, so writers are told what to add
    told = {line.split("[")[1].split("]")[0] for line in err.splitlines() if "[" in line}
    assert told == {"flow-no-action", "flow-state-left-out"}


@pytest.mark.parametrize("arguments", [[], ["test"], ["sheet"], ["map"], ["import"]])
def test_help_has_examples_in_both_languages(arguments: list[str], run: Commands) -> None:
    assert "例子：\n" in run(*arguments, "--help")[1]
    assert "xamples:\n" in run(*arguments, "--help", language="C")[1]


@pytest.mark.parametrize("arguments", [[], ["sheet"], ["map"], ["import"], ["draw"]])
def test_what_is_missing_ends_with_two(arguments: list[str], run: Commands) -> None:
    assert run(*arguments)[0] == 2
