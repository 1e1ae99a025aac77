"""A real client starts the server, as assistants do, and hears what readers would read."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client

from helpcenter.host.running import checked, sound, write_site
from tests.commands.running import run
from tests.exports.test_machine import FILES, SECRET
from tests.making import AUDIENCES, BASE, faq_entry, write

WARNED = {
    "content/audiences.yaml": AUDIENCES,
    "faq.yaml": str(FILES["faq.yaml"]) + faq_entry("for-merchants", question="顾客撤销了怎么办？", audience="[merchant]"),
    "content/flows/why-not.yaml": str(FILES["content/flows/why-not.yaml"]).replace(
        "    help: 打开售后单详情看。\n", "    help: 打开售后单详情看。\n    precautions: [reapply#p1]\n"
    )
}
CALLS: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("search", {"query": "还能撤消吗"}),
    ("search", {"query": "cxbl"}),
    ("search", {"query": "撤销会影响我的信用和会员等级吗"}),
    ("search", {"query": "qqqqqq"}),
    ("search", {"query": "撤销", "limit": 999}),
    ("search", {"query": "？" * 400 + "还能撤销吗"}),
    ("answer", {"id": "reapply"}),
    ("answer", {"id": "why-not#ask-person"}),
    ("answer", {"id": "reaply"}),
    ("answer", {"id": "draft-one"}),
    ("answer", {"id": "../mkdocs"}),
    ("answer", {"id": "reapply#p1"}),
    ("walk_flow", {"id": "why-not"}),
    ("walk_flow", {"id": "why-not", "answers": {"what": "request"}}),
    ("walk_flow", {"id": "why-not", "answers": {"what": "unsure", "status": ["applied", "refunding"], "parcel": "again"}}),
    ("walk_flow", {"id": "why-not", "answers": {"what": "order", "parcel": "kept", "who": "me"}}),
    ("walk_flow", {"id": "why-nto"}),
)


class Heard(NamedTuple):
    """What the client heard: the tools, and for each call what it told or, for a refusal, the text."""

    instructions: str
    tools: list[Any]
    told: list[dict[str, Any] | str]

    def __call__(self, name: str, place: int = 0) -> Any:
        """Return what the call of a tool told, of those in ``CALLS`` the one at ``place``."""
        return [told for (tool, _), told in zip(CALLS, self.told, strict=True) if tool == name][place]


async def _asked(parameters: StdioServerParameters) -> Heard:
    async with Client(stdio_client(parameters)) as client:
        tools = (await client.list_tools()).tools
        told: list[dict[str, Any] | str] = []
        for name, arguments in CALLS:
            heard = await client.call_tool(name, dict(arguments))
            said = heard.structured_content
            told.append(said if isinstance(said, dict) and not heard.is_error else heard.content[0].model_dump()["text"])
        return Heard(client.instructions or "", tools, told)


def asked(folder: Path, *options: str) -> Heard:
    environment = {name: value for name, value in os.environ.items() if name in ("PYTHONPATH", "PATH", "HOME")}
    command = ["-m", "helpcenter", "mcp", *options]
    return anyio.run(_asked, StdioServerParameters(command=sys.executable, args=command, env=environment, cwd=folder))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write(folder, {**BASE, **FILES, **WARNED})
    assert run(folder, "links", "publish").returncode == 0
    return folder


@pytest.fixture(scope="module")
def heard(project: Path) -> Heard:
    return asked(project)


def test_the_tools_say_what_they_are_for_and_change_nothing(heard: Heard) -> None:
    assert [tool.name for tool in heard.tools] == ["search", "answer", "walk_flow"]
    assert all(tool.annotations.read_only_hint and tool.description for tool in heard.tools)
    assert "小小帮助中心" in heard.instructions


def test_the_search_is_that_of_the_site_and_gives_links(heard: Heard) -> None:
    found = heard("search")
    assert found["fits"]
    assert found["contacts"] == []
    assert found["results"][0] == {
        "id": "can-withdraw",
        "kind": "faq",
        "title": "还能撤销吗？",
        "reply": "商家处理前一般可以撤销。",
        "link": "https://help.example.com/can-withdraw/?v=1",
    }, "in spite of a wrong character"
    assert heard("search", 1)["results"][0]["id"] == "why-not", "initials of pinyin"
    assert [one["for"] for one in heard("search", 4)["results"] if one.get("id") == "for-merchants"] == [["商家"]]
    topics = [one for one in heard("search", 4)["results"] if one["kind"] == "topic"]
    assert [(one["link"], "id" in one) for one in topics] == [("https://help.example.com/after-sales/", False)]


@pytest.mark.parametrize(("place", "nearest"), [(2, True), (3, False)])
def test_a_search_that_nothing_answers_says_so_and_names_people(place: int, nearest: bool, heard: Heard) -> None:
    found = heard("search", place)
    assert not found["fits"]
    assert bool(found["results"]) == nearest
    assert "没有找到" in found["note"]
    assert found["contacts"] == ["平台客服：在订单页点联系客服。"]


def test_of_a_long_query_the_beginning_is_read(heard: Heard) -> None:
    assert heard("search", 5)["results"] == []


def test_an_answer_is_whole_with_link_version_and_day(heard: Heard) -> None:
    one = heard("answer")
    assert (one["title"], one["link"], one["updated"]) == (
        "标题", "https://help.example.com/reapply/?v=1", "2026-11-20",
    )  # fmt: skip
    assert one["version"] == "v1"
    assert "1. 打开\n点开。" in one["text"]
    end = heard("answer", 1)
    assert (end["kind"], end["outcome"], end["link"]) == (
        "outcome", "contact", "https://help.example.com/why-not/?v=1#ask-person",
    )  # fmt: skip
    assert (end["text"], end["contacts"]) == ("让客服看一眼。", ["平台客服：在订单页点联系客服。"])
    assert end["version"] == "v1"


@pytest.mark.parametrize(
    ("place", "said"),
    [(2, "“reaply”。你是不是想写“reapply”？"), (3, "没有“draft-one”"), (4, "没有“../mkdocs”"), (5, "没有“reapply#p1”。你是不是想写“reapply”？")],
)
def test_an_id_that_nobody_knows_is_refused_with_a_guess(place: int, said: str, heard: Heard) -> None:
    assert said in heard("answer", place)


def test_a_walk_gives_the_next_question_with_its_options_and_what_must_be_told(heard: Heard) -> None:
    first, second = heard("walk_flow"), heard("walk_flow", 1)
    assert first["place"]["title"] == "你想取消什么？"
    assert first["options"][0] == {"id": "request", "label": "售后申请"}
    assert second["answers"] == {"what": ["request"]}
    assert (second["place"]["id"], second["place"]["text"]) == ("why-not#status", "打开售后单详情看。")
    assert second["place"]["precautions"] == [{"level": "danger", "title": "#不能恢复", "text": "想好。"}]


def test_a_walk_ends_where_the_flow_does_and_names_what_it_did_not_use(heard: Heard) -> None:
    end = heard("walk_flow", 2)
    assert (end["place"]["id"], end["place"]["outcome"]) == ("why-not#too-late", "not-possible")
    assert end["place"]["links"] == [{"title": "还能撤销吗？", "link": "https://help.example.com/can-withdraw/"}]
    assert end["people"] == ["平台客服：在订单页点联系客服。"]
    other = heard("walk_flow", 3)
    assert other["place"]["id"] == "why-not#cancel-order"
    assert [(one["question"], one["option"], one["why"]) for one in other["unused"]] == [
        ("parcel", "kept", "按前面的回答不会问到"), ("who", "me", "流程里没有这个问题"),
    ]  # fmt: skip
    assert "你是不是想写“why-not”" in heard("walk_flow", 4)


def test_what_is_not_public_is_never_told(heard: Heard) -> None:
    assert SECRET not in str(heard)
    assert "owner" not in str(heard.told)


def test_a_built_site_tells_the_same_and_one_without_answers_is_refused(project: Path, heard: Heard) -> None:
    found, config = sound(project)
    write_site(config, checked(found), project / "plain")
    done = run(project, "mcp", "--site", "plain")
    assert (done.returncode, "machine_readable: true" in done.stderr) == (2, True)
    settings = str(BASE["mkdocs.yml"]).replace("[helpcenter]", "[{helpcenter: {machine_readable: true}}]")
    write(project, {"mkdocs.yml": settings})
    found, config = sound(project)
    write_site(config, checked(found), project / "told")
    (project / "elsewhere").mkdir()
    assert asked(project / "elsewhere", "--site", "../told") == heard
    (project / "told/desk").mkdir()
    assert "给客服看的" in run(project, "mcp", "--site", "told").stderr


@pytest.mark.parametrize("package", ["mcp", "quickjs"])
def test_without_what_it_needs_it_says_how_to_get_it(
    package: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "helpcenter.assistants.server", raising=False)
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, "helpcenter.search.embedded", raising=False)
    done = run(project, "mcp")
    assert (done.returncode, "pip install 'helpcenter-generator[mcp]'" in done.stderr) == (2, True)


def test_outside_a_project_a_site_must_be_named(tmp_path: Path) -> None:
    for arguments, said in ((["mcp"], "--site"), (["mcp", "--site", "."], "没有生成好的网站")):
        done = run(tmp_path, *arguments)
        assert (done.returncode, said in done.stderr) == (2, True)
