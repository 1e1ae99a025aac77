"""Both READMEs name every command and option, and say the same."""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpcenter.build import prepare
from helpcenter.commands.main import parser as parser_of
from helpcenter.host.plugin import HelpCenterConfig
from helpcenter.problems import Problem
from helpcenter.rendering.policy import POLICY
from helpcenter.words.catalogue import messages
from helpcenter.words.report import as_record, as_text
from tests.docs.documents import README, README_ZH, READMES, blocks, code_in, text_of, without_blocks
from tests.making import TOPICS, Files, faq_entry, project, write

NO_ARTICLE: Files = {"content/articles/reapply.yaml": None}


def commands(parser: argparse.ArgumentParser, name: str = "helpcenter") -> Iterator[tuple[str, list[str]]]:
    """Yield the name of every command that runs and what may stand behind it: arguments and options."""
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for action in inner:
        for word, command in action.choices.items():
            yield from commands(command, f"{name} {word}")
    if not inner:
        known = [text for action in parser._actions for text in action.option_strings or [str(action.metavar)]]
        yield name, [text for text in known if text not in ("-h", "--help")]


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize(("command", "words"), list(commands(parser_of(messages("en")))))
def test_every_command_and_option_is_named(command: str, words: list[str], name: str) -> None:
    rows = re.findall(r"^\| `([^`]+)` \|", without_blocks(name), flags=re.M)
    said = [word for row in rows if f"{row} ".startswith(f"{command} ") for word in re.findall(r"[\w-]+", row)]
    assert said, f"{name} lacks {command}"
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize("name", READMES)
def test_every_exit_code_and_every_key_of_a_record_is_named(name: str, tmp_path: Path) -> None:
    assert all(re.search(rf"(?<!\d){code}(?:: |：)", without_blocks(name)) for code in (0, 1, 2))
    record = as_record(broken_readme_example(name, tmp_path), messages("zh"))
    assert [json.loads(block) for block in blocks(name, "json")] == [record]


@pytest.mark.parametrize("name", READMES)
def test_the_example_makes_the_problem_that_is_shown(name: str, tmp_path: Path) -> None:
    printed = as_text([broken_readme_example(name, tmp_path)], messages("zh")).splitlines()[:2]
    assert next(block for block in blocks(name, "text") if "[unknown-id]" in block).splitlines() == printed


def broken_readme_example(name: str, folder: Path) -> Problem:
    """Return the problem of the README's article with the mistake that it speaks of."""
    article = next(block for block in blocks(name, "yaml") if block.startswith("id: "))
    here = "content/articles/cancel-after-sales.yaml"
    topics, faq = TOPICS.replace("after-sales", "withdraw"), faq_entry("request-rejected", topic="withdraw")
    made = project(folder, {"content/topics.yaml": topics, "faq.yaml": faq, here: article, **NO_ARTICLE})
    assert prepare(made).problems == []
    write(folder, {here: article.replace("[request-rejected]", "[request-rejectd]")})
    [found] = prepare(made).problems
    return found


@pytest.mark.parametrize("name", READMES)
def test_every_option_of_the_plugin_is_named(name: str) -> None:
    shown = "".join(blocks(name, "yaml"))
    assert [option for option, _ in HelpCenterConfig._schema if f"      {option}: " not in shown] == []


@pytest.mark.parametrize("name", READMES)
def test_every_target_of_make_is_named(name: str) -> None:
    phony = re.search(r"^\.PHONY: (.+)$", text_of("Makefile"), flags=re.M)
    assert phony is not None
    assert [target for target in phony[1].split() if target != "help" and f"make {target}" not in text_of(name)] == []


@pytest.mark.parametrize("name", READMES)
def test_the_oldest_python_is_named(name: str) -> None:
    needed = tomllib.loads(text_of("pyproject.toml"))["project"]["requires-python"].removeprefix(">=")
    assert f"Python {needed}" in text_of(name)


@pytest.mark.parametrize("name", READMES)
def test_the_policy_is_the_one_that_pages_carry_and_browser_tests_serve(name: str) -> None:
    assert f"Content-Security-Policy: {POLICY}\n" in text_of(name)


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_short_and_begins_with_the_two_commands(name: str) -> None:
    assert len(text_of(name).splitlines()) <= 170
    first = blocks(name, "sh")[0].splitlines()
    assert [line.split("#")[0].strip() for line in first] == ["make serve", "make test"]


def skeleton(name: str) -> list[str]:
    """Return levels of headings, commands and other code, table rows and targets, in order."""
    pieces = r"^(#+) |^```(\w+)$|^(make \w+)|^(\| `[^|]+`)|\]\(([^)]+)\)|^(- )"
    found = re.finditer(pieces, text_of(name), flags=re.M)
    return ["/".join(filter(None, piece.groups())).replace("、", ", ") for piece in found]


def test_both_readmes_have_the_same_structure() -> None:
    other = {README_ZH: README}
    chinese = [other.get(piece, piece) for piece in skeleton(README_ZH)]
    english = [other.get(piece, piece) for piece in skeleton(README)]
    assert chinese == english


def test_both_readmes_have_the_same_code() -> None:
    def code(name: str) -> list[str]:
        found = re.findall(r"^```\w+\n(.*?)^```$", text_of(name), flags=re.M | re.S)
        return [re.sub(r" +# .*", "", block) for block in found]

    assert code(README) == code(README_ZH)


def test_both_readmes_name_the_same_things() -> None:
    assert code_in(without_blocks(README)) == code_in(without_blocks(README_ZH))
