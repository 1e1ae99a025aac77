"""``helpcenter links`` edits writers' files byte for byte, or none, and what was published leads on."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from helpcenter.build import make, prepare
from helpcenter.commands.main import main
from helpcenter.project import Project
from tests.making import BASE, FAQ, FLOW_FILES, SITE, TODAY, write

ARTICLE = """\
# 这一行是备注
id: "reapply"   # 引号和备注都留着
title: 怎么重新申请
summary: 见 reapply 一页，别动这个词。
topic: after-sales
owner: after-sales-team
reviewed: 2026-11-20
steps:
- {id: open-order,  title: 打开订单, text: 进入订单详情。}
- id: send
  title: 提交
  text: 先[打开订单](#open-order)，再提交。
"""
OTHER = """\
id: other
title: 另一篇
summary: 另一篇。
topic: after-sales
owner: after-sales-team
reviewed: 2026-11-20
intro: '看[这里](reapply)、[那里](reapply#open-order)，不是 [这个](reapply-not)。'
related: [ reapply ,  can-withdraw ]
"""
NOT = OTHER.replace("id: other", "id: reapply-not").replace("(reapply-not)", "(other)")
FILES = {
    **FLOW_FILES,
    "content/articles/reapply.yaml": ARTICLE,
    "content/articles/other.yaml": OTHER.replace("\n", "\r\n"),
    "content/articles/reapply-not.yaml": NOT,
    "content/about.md": "# 关于\n\n[申请](reapply)，[步骤](reapply#open-order)。\n",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")
    write(tmp_path, {**BASE, **FILES})
    monkeypatch.chdir(tmp_path)
    assert main(["links", "publish"]) == 0
    return tmp_path


def texts(root: Path) -> dict[str, str]:
    paths = (path for path in root.rglob("*") if path.is_file() and not path.is_relative_to(root / ".cache"))
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in paths}


def bodies(root: Path) -> dict[str, str]:
    found = prepare(Project(root, root / "content", today=TODAY))
    assert not found.refused, found.problems
    return {page.path: page.body for page in make(found, SITE).pages}


def test_an_entry_moves_with_its_file_and_references_and_no_other_byte(here: Path) -> None:
    before = texts(here)
    assert main(["links", "move", "reapply", "ask-again"]) == 0
    after = texts(here)
    expected = {name: text for name, text in before.items() if name != "content/articles/reapply.yaml"}
    expected["content/articles/ask-again.yaml"] = ARTICLE.replace('"reapply"', '"ask-again"')
    for name in ("content/articles/other.yaml", "content/about.md", "content/flows/why-not.yaml", "content/articles/reapply-not.yaml"):
        expected[name] = before[name].replace("(reapply)", "(ask-again)").replace("(reapply#", "(ask-again#")
        expected[name] = expected[name].replace("[ reapply ,", "[ ask-again ,").replace("[reapply", "[ask-again")
    lock, versions = after.pop("content/links.lock"), after.pop("content/versions.lock")
    del expected["content/links.lock"], expected["content/versions.lock"]
    assert after == expected
    assert "reapply article moved ask-again\n" in lock
    told = dict(line.split(maxsplit=1) for line in versions.splitlines()[1:])
    assert told["ask-again"] == told["reapply"], "copies of it tell either"
    assert 'href="../ask-again/" data-leads' in bodies(here)["reapply/"]


def test_a_part_moves_and_its_anchor_leads_on(here: Path) -> None:
    assert main(["links", "move", "reapply#send", "reapply#hand-in"]) == 0
    assert (here / "content/articles/reapply.yaml").read_text() == ARTICLE.replace("id: send", "id: hand-in")
    body = bodies(here)["reapply/"]
    assert '<li id="send">' in body
    assert 'href="#hand-in"' in body


def test_a_question_of_a_flow_moves_with_ways_rules_and_tests(here: Path) -> None:
    flow = FLOW_FILES["content/flows/why-not.yaml"]
    assert main(["links", "move", "why-not#status", "why-not#state"]) == 0
    found = (here / "content/flows/why-not.yaml").read_text()
    assert found == flow.replace("to: status", "to: state").replace("  status:\n", "  state:\n").replace("status: ", "state: ")
    assert '<li id="status">' in bodies(here)["why-not/"]


def test_what_was_renamed_by_hand_is_only_recorded(here: Path) -> None:
    path = here / "content/articles/reapply.yaml"
    path.write_text(ARTICLE.replace("id: send", "id: hand-in"))
    assert main(["check"]) == 1
    assert main(["links", "move", "reapply#send", "reapply#hand-in"]) == 0
    assert main(["check"]) == 0
    assert path.read_text() == ARTICLE.replace("id: send", "id: hand-in")


def test_an_entry_retires_in_its_file(here: Path) -> None:
    assert main(["links", "retire", "can-withdraw", "--see", "other"]) == 0
    assert (here / "faq.yaml").read_text() == FAQ.replace("can-withdraw\n", "can-withdraw\n  status: retired\n  see: other\n")
    assert "这一页的内容已经停用" in bodies(here)["can-withdraw/"]


def test_what_is_deleted_leaves_a_page_that_says_what_replaced_it(here: Path) -> None:
    (here / "content/articles/reapply-not.yaml").unlink()
    (here / "content/articles/other.yaml").write_text(OTHER.replace("reapply-not", "reapply"))
    assert main(["check"]) == 1
    assert main(["links", "retire", "reapply-not", "--see", "other"]) == 0
    assert main(["check"]) == 0
    assert 'href="../other/"' in bodies(here)["reapply-not/"]


@pytest.mark.parametrize(
    "command",
    [
        ["move", "reapply", "other"],
        ["move", "reapply", "assets"],
        ["move", "reapply", "../x"],
        ["move", "reapply", "Groß"],
        ["move", "reaply", "other"],
        ["move", "reapply", "reapply"],
        ["move", "about", "about-us"],
        ["move", "reapply#send", "other#send"],
        ["move", "why-not#what?order", "why-not#what?orders"],
        ["retire", "reapply#send", "--see", "other"],
        ["retire", "reapply", "--see", "reapply"],
        ["retire", "reapply", "--see", "nothing"],
    ],
    ids=" ".join,
)
def test_what_would_break_a_promise_is_refused_and_changes_nothing(here: Path, command: list[str]) -> None:
    before = texts(here)
    assert main(["links", *command]) == 2
    assert texts(here) == before


def test_a_file_in_the_way_changes_nothing(here: Path) -> None:
    (here / "content/articles/ask-again.yaml").symlink_to(here / "nowhere.yaml")
    before = texts(here)
    assert main(["links", "move", "reapply", "ask-again"]) == 2
    assert texts(here) == before


def test_there_and_back_again(here: Path) -> None:
    before = texts(here)
    assert main(["links", "move", "reapply", "ask-again"]) == 0
    assert main(["links", "publish"]) == 0
    assert main(["links", "move", "ask-again", "reapply"]) == 0
    after = texts(here)
    assert {name: text for name, text in after.items() if "lock" not in name} == {
        name: text for name, text in before.items() if "lock" not in name
    }
    assert "ask-again article moved reapply\n" in after["content/links.lock"]
    assert bodies(here)


def git(*words: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


def committed(root: Path) -> None:
    """Publish and commit, then publish and commit one article more."""
    git("init")
    git("add", "content", "faq.yaml", "mkdocs.yml")
    git("commit", "-m", "one")
    write(root, {"content/articles/third.yaml": NOT.replace("reapply-not", "third")})
    assert main(["links", "publish"]) == 0
    git("add", "content")
    git("commit", "-m", "two")


def test_what_an_undone_commit_took_away_is_found_at_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    committed(here)
    git("revert", "--no-edit", "HEAD")
    assert main(["check"]) == main(["build"]) == 1
    assert "content/links.lock:1:1: 错误 [link-lost] 发布过的地址“third”打不开了。" in capsys.readouterr().out
    assert main(["links", "retire", "third", "--see", "other"]) == 0
    assert main(["check"]) == 0
    assert "third article retired other\n" in (here / "content/links.lock").read_text()


def test_the_number_of_a_version_that_was_undone_is_not_used_again(here: Path) -> None:
    committed(here)
    before = (here / "faq.yaml").read_text()
    write(here, {"faq.yaml": before.replace("一般", "")})
    assert main(["links", "publish"]) == 0
    git("commit", "-a", "-m", "three")
    second = next(line for line in (here / "content/versions.lock").read_text().splitlines() if "can-withdraw 2" in line)
    git("revert", "--no-edit", "HEAD")
    assert (here / "faq.yaml").read_text() == before
    assert second not in (here / "content/versions.lock").read_text()
    assert main(["links", "publish"]) == 0
    lines = (here / "content/versions.lock").read_text().splitlines()
    first, third = (next(line for line in lines if f"can-withdraw {number}" in line) for number in (1, 3))
    assert second in lines, "copies of the text that was taken back are known"
    assert first.split()[3:] == third.split()[3:]


def test_lines_that_somebody_deletes_come_back(here: Path) -> None:
    committed(here)
    lock = here / "content/links.lock"
    whole = lock.read_text()
    kept = [line for line in whole.splitlines() if not line.startswith("third")]
    lock.write_text("\n".join(kept) + "\n")
    (here / "content/articles/third.yaml").unlink()
    assert main(["check"]) == 1
    assert main(["links", "publish"]) == 0
    assert lock.read_text() == whole


def test_who_deletes_the_whole_list_begins_anew(here: Path) -> None:
    committed(here)
    (here / "content/articles/third.yaml").unlink()
    (here / "content/links.lock").unlink()
    assert main(["check"]) == 0
    git("commit", "-a", "-m", "three")
    assert main(["links", "publish"]) == main(["check"]) == 0
    assert "third" not in (here / "content/links.lock").read_text()


def test_a_build_for_publication_records_what_is_new(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = here / "content/links.lock"
    before = lock.read_text()
    write(here, {"content/articles/third.yaml": ARTICLE.replace("reapply", "third")})
    assert main(["check"]) == 0
    told = "content/links.lock does not have all addresses yet; new ones: 3 (such as third)."
    assert told in capsys.readouterr().out
    assert main(["check", "--published", "--format", "json"]) == 1
    assert told in capsys.readouterr().err
    assert main(["build"]) == 0
    assert lock.read_text() == before
    assert main(["build", "--publish"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "content/links.lock: new addresses recorded: 3, 40 in all."
    assert "\nthird article\n" in lock.read_text()
    assert main(["check", "--published"]) == 0


def test_what_cannot_be_recorded_is_not_published(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("helpcenter.links.edits.write_whole", full)
    write(here, {"content/articles/third.yaml": NOT.replace("reapply-not", "third")})
    assert main(["build", "--publish"]) == 2
    assert not (here / "site").exists()


def test_a_first_build_for_publication_begins_the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {**BASE, **FILES})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--publish"]) == 0
    assert "\nreapply#send part\n" in (tmp_path / "content/links.lock").read_text()


def test_publish_tells_git_once_to_keep_the_lines_of_both(here: Path) -> None:
    assert main(["links", "publish"]) == 0
    assert (here / "content/.gitattributes").read_text() == "links.lock merge=union\nversions.lock merge=union\n"
