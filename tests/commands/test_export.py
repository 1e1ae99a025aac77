"""``helpcenter export``: files and a report, whatever was asked for."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from helpcenter.commands.main import main
from helpcenter.exports import FORMATS
from helpcenter.words.catalogue import messages
from tests.making import BASE, FAQ, write

CHANGED = FAQ.replace("打开售后单详情", "打开详情")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, BASE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en")
    return tmp_path


def ids(folder: Path) -> list[str]:
    return [answer["id"] for answer in json.loads((folder / "answers.json").read_text())["answers"]]


def test_an_export_is_a_file_and_its_mark_and_the_same_each_time(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "json"]) == 0
    assert "answers.json: 2 answers" in capsys.readouterr().out
    first = {path.name: path.read_bytes() for path in (folder / "exports").iterdir()}
    assert set(first) == {"answers.json", "mark.json"}
    assert main(["export", "json"]) == 0
    assert {path.name: path.read_bytes() for path in (folder / "exports").iterdir()} == first
    assert ids(folder / "exports") == ["reapply", "can-withdraw"]


def test_only_what_changed_since_a_mark_or_a_revision_goes_out_and_what_is_gone_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "elsewhere").symlink_to("/etc")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True)
    assert main(["export", "json", "--out", "before"]) == 0
    write(folder, {"faq.yaml": CHANGED, "content/articles/ship.yaml": BASE["content/articles/reapply.yaml"]
                   .replace("id: reapply", "id: ship")})  # type: ignore[union-attr, arg-type]  # fmt: skip
    (folder / "content/articles/reapply.yaml").unlink()
    told = []
    for since in ("before/mark.json", "HEAD"):
        capsys.readouterr()
        assert main(["export", "json", "--changed-since", since, "--out", since.partition("/")[0] + "-new"]) == 0
        told.append(capsys.readouterr().out.splitlines()[1:])
        assert ids(folder / (since.partition("/")[0] + "-new")) == ["ship", "can-withdraw"]
    assert told[0] == told[1] == [
        "  new (1): ship", "  changed (1): can-withdraw", "  gone, to be deleted in the tool (1): reapply"
    ]  # fmt: skip
    assert len(json.loads((folder / "HEAD-new/mark.json").read_text())["versions"]) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["word"], "there is no form “word”"),
        (["json", "--topic", "no-topic"], "there is no topic “no-topic”. Known: after-sales."),
        (["json", "--audience", "nobody"], "there is no audience “nobody”"),
        (["json", "--platform", "jd"], "there is no platform “jd”"),
        (["json", "--changed-since", "v9"], "git does not know the revision “v9”"),
        (["json", "--changed-since", "faq.yaml"], "faq.yaml is no mark"),
        (["json", "--out", "content/out"], "content/out holds sources"),
        (["json", "--out", "faq.yaml"], "faq.yaml"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(folder.rglob("*"))
    assert main(["export", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert [path for path in sorted(folder.rglob("*")) if ".cache" not in path.parts] == before


def test_sources_with_errors_are_not_exported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"faq.yaml": FAQ.replace("topic: after-sales", "topic: nothing")})
    assert main(["export", "json"]) == 1
    assert "unknown-topic" in capsys.readouterr().err
    assert not (folder / "exports").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_form_is_named_where_one_is_chosen(language: str) -> None:
    said = messages(language)("cli.export.format")
    assert all(name in said for name in FORMATS)


def test_a_site_without_an_address_gives_answers_without_links_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = BASE["mkdocs.yml"]
    assert isinstance(settings, str)
    write(folder, {"mkdocs.yml": settings.replace("site_url: https://help.example.com/\n", "")})
    assert main(["export", "chatwoot"]) == 0
    assert "no links" in capsys.readouterr().out
    assert "http" not in (folder / "exports/chatwoot-canned-responses.json").read_text()
