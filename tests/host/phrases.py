"""Texts that writers type at random, with what they may refer to, and kinds of edit by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any, TypeVar

from tests.host.desk import CONTENT, Desk

Edit = Callable[[Desk, Random], None]
Thing = TypeVar("Thing")
EDITS: dict[str, Edit] = {}
"""What changes a desk in place, by its name."""
WORDS = ["退款", "订单", "商家", "三天", "撤销", "申请", "快递", "到账", "优惠", "发票", "平台", "核对"]
LONG = frozenset({"intro", "text", "answer", "fix", "follow_up", "closing", "help", "staff"})
SHORT = frozenset({"title", "summary", "question", "reply", "cause", "ask", "label", "lead", "how", "effect", "name", "note"})
NAMES = ("a-new-one", "the-other", "one-more", "reapply", "about", "wait", "open-order")
"""Some ids are taken already, so that edits also break something and mend it."""
NEARLY = ("one-mor", "reaply", "can-withdraw#replys")
"""Links to nothing, for which a page that comes or goes is the better guess."""
ODD = ("{{ fees }}", "{{ 三天 }}", "{days}", "{{ day }}")
"""Braces that put in nothing, for which a value is guessed."""


def edit(made: Edit) -> Edit:
    """Note a kind of edit under its name."""
    EDITS[made.__name__] = made
    return made


def chosen(random: Random, things: Sequence[Thing]) -> Thing:
    """Return one of ``things``; shrinking prefers the first."""
    return things[random.randrange(len(things))]


def holders(held: Any, names: frozenset[str]) -> Iterator[tuple[Any, str]]:
    """Yield each mapping within ``held``, with a key of ``names`` that has a text there."""
    if isinstance(held, dict):
        yield from ((held, key) for key, value in held.items() if key in names and isinstance(value, str))
    for inner in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from holders(inner, names)


def parts_of(desk: Desk, *areas: str) -> list[Any]:
    """Return the parts in ``areas`` of articles and FAQ entries."""
    entries = [entry for name, entry in desk.entries() if "/flows/" not in name]
    return [part for entry in entries for area in areas for part in entry.get(area, ())]


def ids(desk: Desk) -> list[str]:
    """Return the id of every page."""
    pages = [name[len(CONTENT) : -3] for name in desk.files if name.endswith(".md")]
    return [entry["id"] for _, entry in desk.entries()] + [topic["id"] for topic in desk.files["content/topics.yaml"]] + pages


def target(desk: Desk, random: Random) -> str:
    """Return what a text may link to: a page or a part, sometimes one that is not there."""
    _, entry = chosen(random, list(desk.entries()))
    parts = re.findall(r"'id': '([a-z-]+)'", str(entry))
    links = [chosen(random, ids(desk)), f"{entry['id']}#{chosen(random, parts)}", f"{entry['id']}#sources", "topics"]
    return chosen(random, [*links, *links, chosen(random, NAMES), chosen(random, NEARLY)])


def value(desk: Desk, random: Random) -> str:
    """Return the name of a value, sometimes of one that is not there."""
    return str(chosen(random, [*desk.files["content/values.yaml"]["values"], "days", "days.harbour", "fee"]))


def line(desk: Desk, random: Random) -> str:
    """Return one line of text, perhaps with a value."""
    text = "".join(chosen(random, WORDS) for _ in range(1 + random.randrange(4)))
    return chosen(random, [text, text, f"{text}{{{{ {value(desk, random)} }}}}", f"{text}<b>&", text + chosen(random, ODD)])


def block(desk: Desk, random: Random) -> str:
    """Return a longer text, with what it may refer to."""
    words, label = line(desk, random), chosen(random, WORDS)
    link = f"[{label}]({target(desk, random)})"
    kinds = [
        f"{words}。",
        f"{words}{link}。",
        f"- {words}\n- {link}\n",
        f"**{words}**，{link}和`{label}`。\n\n下一段{words}。",
        f"![{label}在右边](images/{chosen(random, ['step.png', 'map.svg', 'gone.png'])})",
        f"| {label} | 乙 |\n| --- | --- |\n| {words} | {link} |",
        f"{words} https://example.com/{random.randrange(3)} العربية",
    ]
    return chosen(random, kinds)


def renamed(held: Any, old: str, new: str) -> Any:
    """Return ``held`` with every mention of the id ``old`` as ``new``."""
    if isinstance(held, dict):
        return {new if key == old else key: renamed(value, old, new) for key, value in held.items()}
    if isinstance(held, list):
        return [renamed(value, old, new) for value in held]
    return re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, held) if isinstance(held, str) else held
