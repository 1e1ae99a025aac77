"""One broken file hides little: faults planted in twenty files are all told, and nothing that only follows from them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from helpcenter.build import prepare
from tests.making import AUDIENCES, FLOW, MKDOCS, STATES, VALUES, article, faq_entry, project

Text = str | bytes
Fault = tuple[str, Callable[[str, Random], Text], frozenset[str]]
ROUNDS, FAULTS, LEAST = 40, 20, 40
CONTENT = "content/"


def sound() -> dict[str, str]:
    """Return a help center of many files that all refer to each other."""
    names = [f"article-{number}" for number in "abcdefghij"]
    files = {
        "content/topics.yaml": "".join(f"- id: {name}\n  title: 主题\n  summary: 摘要。\n" for name in ("after-sales", "money")),
        "content/values.yaml": VALUES + "  shop: {label: 商家, how: 在订单页联系。}\n",
        "content/states.yaml": STATES.replace("can-withdraw", "faq-a-1"),
        "content/audiences.yaml": AUDIENCES,
        "content/home.yaml": "title: 帮助中心\nlead: 有什么可以帮你？\npopular: [article-a, faq-b-2]\ncontact: platform\n",
        "content/synonyms.yaml": "groups:\n  - [商家, 卖家]\n",
        "content/search_tests.yaml": "- query: 标题\n  expect: article-a\n- query: 问题\n  expect: faq-a-1\n",
    }  # fmt: skip
    for at, name in enumerate(names):
        after = names[(at + 1) % len(names)]
        faq = "abcde"[at % 5]
        text = f"'见[下一篇](article-{'abcdefghij'[at - 1]})，{{{{ merchant_hours }}}}内处理。'"
        related = f"[{after}, faq-{faq}-1]"
        steps = "[{id: open-order, title: 打开订单, text: 进入订单详情。}]"
        files[f"content/articles/{name}.yaml"] = article(
            name, title=f"标题{at}", related=related, questions=f"[faq-{faq}-2]", intro=text, steps=steps, contact="shop"
        )
    for at, letter in enumerate("abcde"):
        entries = [faq_entry(f"faq-{letter}-{n}", question=f"问题{letter}{n}？", related=f"[{names[at + n]}]") for n in (1, 2, 3)]
        files[f"faq/{letter}.yaml"] = "".join(entries)
    for name in ("why-not", "why-so"):
        flow = FLOW.replace("id: why-not", f"id: {name}").replace("[can-withdraw]", "[faq-c-1]")
        files[f"content/flows/{name}.yaml"] = flow.replace("reapply#", "article-b#").replace("[reapply]", "[article-c]")
    return files


def put(line: str) -> Callable[[str, Random], str]:
    """Return a fault that adds ``line`` to one entry of a file."""

    def add(text: str, random: Random) -> str:
        places = [found.end() for found in re.finditer(r"(?m)^(?:- |)(?=id: ).*\n", text)]
        at = random.choice(places)
        indent = "  " if text.startswith("- ") else ""
        return f"{text[:at]}{indent}{line}\n{text[at:]}"

    return add


def change(pattern: str, new: str) -> Callable[[str, Random], str]:
    """Return a fault that changes one place of a file."""

    def replace(text: str, random: Random) -> str:
        found = random.choice(list(re.finditer(pattern, text)))
        return text[: found.start()] + found.expand(new) + text[found.end() :]

    return replace


def fault(files: str, make: Callable[[str, Random], Text], *codes: str) -> Fault:
    return files, make, frozenset(codes)


ENTRIES, ARTICLES, LISTS = r"content/articles|faq/", r"content/articles", r"faq/"
KINDS = [
    fault(ENTRIES + "|topics", put("broken: [甲"), "not-closed"),
    fault(ENTRIES, change(r"owner: team", "owner：team"), "full-width-colon"),
    fault(ENTRIES + "|flows|topics", lambda text, _: text.encode("gb18030"), "wrong-encoding"),
    fault(ARTICLES + "|flows", lambda *_: "\n", "empty-file"),
    fault(ENTRIES, put("owner: 又一个"), "duplicate-key"),
    fault(ENTRIES, change("owner: team", "owner: !team x"), "tag"),
    fault(ENTRIES + "|topics", put("colour: 红"), "unknown-field"),
    fault(ENTRIES, change("  owner: team\n|(?m:^)owner: team\n", ""), "missing-field"),
    fault(ENTRIES, change(r"reviewed: 2026-11-20", "reviewed: 昨天"), "bad-date"),
    fault(ARTICLES, change("intro: '", "intro: '见[别处](nowhere)。"), "unknown-link"),
    fault(ARTICLES, change("intro: '", "intro: '{{ nothing }}"), "unknown-value"),
    fault(ENTRIES, change("topic: after-sales", "topic: nothing"), "unknown-topic"),
    fault(ENTRIES, change(r"related: \[", "related: [gone-away, "), "unknown-id"),
    fault("flows", change(r"to: too-late", "to: too-early"), "flow-unknown-target"),
    fault("flows", change(r"state: applied", "state: lost"), "unknown-state"),
    fault(ARTICLES, change("intro: '", "intro: '![图里有什么](images/gone.png)"), "missing-image"),
    fault(LISTS, change("reply: ", "reply: " + "很长" * 100), "text-too-long"),
    fault(ENTRIES, put("audience: [everybody]"), "unknown-audience"),
    fault(ENTRIES, put("status: retired"), "retired-without-see"),
    fault(LISTS, lambda text, _: text + faq_entry("article-d"), "duplicate-id"),
    fault(ARTICLES, change("contact: shop", "contact: nobody"), "unknown-contact"),
    fault("values", change("checked: 2026-11", "checked: 上月"), "bad-date"),
    fault("values", change("how: 在订单页联系。", "how: @订单页"), "special-start"),
    fault("states", change("allowed: no", "allowed: maybe"), "unknown-choice"),
    fault("states", change("effect: 钱", "effect: 甲: 钱"), "colon-in-text"),
    fault("audiences", change("label: 商家", "lable: 商家"), "unknown-field"),
    fault("values", change("how: 在订单页联系。", "phone: 12"), "bad-phone"),
    fault("home", change("article-a", "article-zzz"), "unknown-id"),
    fault("search_tests", change("expect: faq-a-1", "expect: nobody-there"), "unknown-id"),
    fault("synonyms", change(r"\[商家, 卖家\]", "[商家]"), "lonely-synonym"),
]  # fmt: skip


def planted(files: dict[str, str], random: Random) -> dict[str, tuple[Text, frozenset[str]]]:
    """Plant faults of different kinds, one a file; return the new texts with what must be told of each."""
    made: dict[str, tuple[Text, frozenset[str]]] = {}
    for pattern, make, codes in random.sample(KINDS, len(KINDS)):
        free = [name for name in files if name not in made and re.search(pattern, name)]
        if free and len(made) < FAULTS:
            name = random.choice(free)
            made[name] = make(files[name], random), codes
    return made


def round_of(seed: int, folder: Path) -> tuple[list[str], list[str]]:
    """Return which faults of one round were not told, and what was told beside them."""
    files = sound()
    faults = planted(files, Random(seed))
    texts: dict[str, Text | None] = {**files, **{name: text for name, (text, _) in faults.items()}}
    base = {"mkdocs.yml": MKDOCS, "content/articles/reapply.yaml": None, "faq.yaml": None}
    found = prepare(project(folder, {**base, **texts})).problems
    told = {(one.location.file, one.code) for one in found}
    missed = [f"{name}: {sorted(codes)}" for name, (_, codes) in faults.items() if not any((name, c) in told for c in codes)]
    others = [f"{file}: {code}" for file, code in told if code not in faults.get(file, ((), ()))[1]]
    assert len(faults) == FAULTS
    return missed, others


def test_the_sound_help_center_is_sound(tmp_path: Path) -> None:
    base = {"mkdocs.yml": MKDOCS, "content/articles/reapply.yaml": None, "faq.yaml": None}
    assert prepare(project(tmp_path, {**base, **sound()})).problems == []


def test_twenty_faults_in_twenty_files_are_told_and_nothing_else(tmp_path: Path) -> None:
    rounds = [round_of(seed, tmp_path / str(seed)) for seed in range(ROUNDS)]
    assert [others for _, others in rounds if others] == []  # nothing invented
    assert sum(not missed for missed, _ in rounds) >= LEAST, [missed for missed, _ in rounds if missed]


BREAKS: list[Callable[[str], Text | None]] = [
    lambda text: "坏: 了: 吗\n" + text,
    lambda text: text + "[\n",
    lambda text: text.replace(": ", ":\u00a0", 1),
    lambda text: text.encode("gb18030"),
    lambda text: text.encode("utf-16"),
    lambda text: text + "---\n" + text,
    lambda _: "坏了",
    lambda _: "\n",
]


@pytest.mark.parametrize("name", ["values", "states", "audiences", "topics"])
@pytest.mark.parametrize("broken", BREAKS)
def test_a_broken_table_hides_only_what_it_says(name: str, broken: Callable[[str], Text], tmp_path: Path) -> None:
    files = sound()
    first, table = "content/articles/article-a.yaml", f"content/{name}.yaml"
    files[first] = files[first].replace("related: [", "related: [gone-away, ")
    base = {"mkdocs.yml": MKDOCS, "content/articles/reapply.yaml": None, "faq.yaml": None}
    texts: dict[str, Text | None] = {**base, **files, table: broken(files[table])}
    found = {(one.location.file, one.code) for one in prepare(project(tmp_path, texts)).problems}
    assert {one for one in found if one[0] != table} == {(first, "unknown-id")}
    assert {one for one in found if one[0] == table}
