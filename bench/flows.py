"""How long it takes to check a large flow: rules and tests included, its YAML read apart."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpcenter.addresses import Addresses
from helpcenter.checks.flows import check_flows
from helpcenter.flow.compiled import compiled
from helpcenter.project import Project
from helpcenter.sources.loading import load
from helpcenter.sources.yaml.writer import yaml_text

EVERY_SECTION = 1_000_000
"""No limit, so that nothing is left unchecked."""
ABOUT = {"title": "大流程", "summary": "测速用。", "topic": "bench", "start": "q-0"}


@dataclass(frozen=True, slots=True)
class Timing:
    """CPU seconds to read and to check a flow of ``nodes`` questions and outcomes, and what was found."""

    nodes: int
    reading: float
    checking: float
    problems: tuple[str, ...]


def measure(folder: Path, nodes: Sequence[int], rounds: int, seed: int) -> list[Timing]:
    """Time each size ``rounds`` times, the sizes in turn; returns the medians."""
    samples: dict[int, list[Timing]] = {size: [] for size in nodes}
    for size in nodes:
        _write(folder / str(size), size, seed)
    for _ in range(rounds):
        for size in nodes:
            samples[size].append(_timed(folder / str(size), size))
    return [_median(found) for found in samples.values()]


def table(timings: Sequence[Timing]) -> str:
    """Return the figures as text, with the ratio to the first size."""
    lines = [f"{'nodes':>7} {'read s':>8} {'check s':>8} {'ratio':>6}  findings"]
    for found in timings:
        ratio = found.checking / timings[0].checking
        codes = ", ".join(found.problems) or "none"
        lines.append(f"{found.nodes:>7} {found.reading:>8.3f} {found.checking:>8.3f} {ratio:>6.2f}  {codes}")
    return "\n".join(lines)


def _timed(root: Path, nodes: int) -> Timing:
    gc.collect()
    gc.disable()  # as the commands do
    begun = time.process_time()
    loaded, problems = load(Project(root, root / "content"))
    read = time.process_time()
    flows = {flow.id: compiled(flow, EVERY_SECTION) for flow in loaded.center.flows.values()}
    problems += check_flows(loaded, Addresses(loaded.center), flows)
    done = time.process_time()
    gc.enable()
    return Timing(nodes, read - begun, done - read, tuple(dict.fromkeys(found.code for found in problems)))


def _median(found: Sequence[Timing]) -> Timing:
    reading = statistics.median(timing.reading for timing in found)
    checking = statistics.median(timing.checking for timing in found)
    return Timing(found[0].nodes, reading, checking, found[0].problems)


def _write(root: Path, nodes: int, seed: int) -> None:
    (root / "content/flows").mkdir(parents=True, exist_ok=True)
    (root / "content/topics.yaml").write_text("- {id: bench, title: 测速, summary: 测速。}\n", encoding="utf-8")
    contacts = "contacts:\n  platform: {label: 客服, how: 联系客服。}\n"
    (root / "content/values.yaml").write_text(contacts, encoding="utf-8")
    (root / "content/flows/large.yaml").write_text(yaml_text(flow(nodes, seed)), encoding="utf-8")


def flow(nodes: int, seed: int) -> dict[str, Any]:
    """Return a flow of half questions and half outcomes: a tree of four answers with joins, rules and tests."""
    chance = random.Random(seed)
    asked = nodes // 2
    questions = {f"q-{place}": _question(place, asked, chance) for place in range(asked)}
    outcomes = {f"o-{place}": _outcome(place) for place in range(nodes - asked)}
    tests = [_journey(questions, chance, number) for number in range(nodes // 20)]
    return {"id": "large", **ABOUT, "questions": questions, "outcomes": outcomes, "tests": tests}


def _question(place: int, asked: int, chance: random.Random) -> dict[str, Any]:
    after = (3 * place + child for child in (1, 2, 3, 4))
    targets = [f"q-{child}" if child < asked else f"o-{child % asked}" for child in after]
    options: dict[str, Any] = {
        f"a-{number}": {"label": f"回答{number}", "to": target} for number, target in enumerate(targets)
    }
    if place > 3 and place % 3 == 1 and chance.random() < 0.1:  # a join: two questions lead here
        rule = {"when": {f"q-{place // 3}": "a-0"}, "go": targets[0]}
        options["a-0"]["to"] = [rule, {"go": f"o-{place}"}]
    options["unsure"] = {"label": "不确定", "to": f"o-{place}"}
    return {"ask": f"第{place}个问题？", "options": options}


def _outcome(place: int) -> dict[str, Any]:
    return {"title": f"第{place}个结果", "kind": "solved", "text": "照着做。", "contact": "platform"}


def _journey(questions: dict[str, Any], chance: random.Random, number: int) -> dict[str, Any]:
    answers: dict[str, str] = {}
    place = "q-0"
    while place in questions:
        simple = [name for name, option in questions[place]["options"].items() if isinstance(option["to"], str)]
        answers[place] = chance.choice(simple)
        place = questions[place]["options"][answers[place]]["to"]
    return {"name": f"走法{number}", "answers": answers, "outcome": place}
