"""Each question can be answered by everybody, each outcome gives something to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.model.flows import Option, Outcome, Question, Rule
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem, warning

MOST_OPTIONS = 8
UNSURE_IDS = ("unsure", "other", "none", "unknown")
"""An option with such an id, or one that begins so, is the way out for who does not know."""
UNSURE_WORDS = ("不确定", "不知道", "不清楚", "说不清", "看不懂", "都不是", "其他", "not sure", "don't know", "none of")
_LINK = re.compile(r"\]\(|https?://|\bwww\.|[\w.+-]@\w")
"""What becomes a link in a longer text."""


def check_options(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each question that is no choice, and each outcome without anything to do."""
    for node, question in view.flow.questions.items():
        yield from _check_question(node, question, view)
    for node, choice in view.graph.choosing.items():
        yield from _check_labels(node, choice.options, view)
        yield from _check_defaults(node, choice.options, view)
    for node, outcome in view.flow.outcomes.items():
        if not _has_action(node, outcome, view):
            told = warning if view.loaded.center.people_of(view.flow) else problem  # a page offers that person
            place = view.origin.at("outcomes", node, key=True)
            yield told("flow-no-action", place, outcome=outcome.title, story=view.story_to(node))


def _check_question(node: str, question: Question, view: CheckedFlow) -> Iterator[Problem]:
    steps: KeyPath = ("questions", node, "options")
    if len(question.options) < 2:
        yield problem("flow-one-option", view.origin.at(*steps, key=True), **_facts(node, view))
        return
    if len(question.options) > MOST_OPTIONS:
        facts = {"count": str(len(question.options)), "most": str(MOST_OPTIONS), **_facts(node, view)}
        yield warning("flow-many-options", view.origin.at(*steps, key=True), **facts)
    if not any(_is_unsure(name, option) for name, option in reversed(question.options.items())):
        yield warning("flow-no-unsure", view.origin.at(*steps, key=True), **_facts(node, view))


def _facts(node: str, view: CheckedFlow) -> dict[str, str]:
    return {"question": view.graph.name(node), "story": view.story_to(node)}


def _check_labels(node: str, options: Mapping[str, Option], view: CheckedFlow) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name, option in options.items():
        label = " ".join(option.label.split())
        if label in seen:
            where = view.origin.at(*view.flow.way_to(node, name), "label")
            yield problem("flow-same-label", where, label=label, first=seen[label], **_facts(node, view))
        seen.setdefault(label, name)


def _check_defaults(node: str, options: Mapping[str, Option], view: CheckedFlow) -> Iterator[Problem]:
    for name, option in options.items():
        if not _has_default(option.to):
            last = (len(option.to) - 1,) if option.to else ()
            place = view.origin.at(*view.flow.way_to(node, name), "to", *last)
            yield problem("flow-no-default", place, label=option.label, question=view.graph.name(node))


def _has_default(rules: Sequence[Rule]) -> bool:
    """Return whether some rule always matches. One that is used up some day has to be the last: its option goes too."""
    return any(not rule.when and (not rule.again or rule is rules[-1]) for rule in rules)


def _is_unsure(name: str, option: Option) -> bool:
    if any(name == known or name.startswith(f"{known}-") for known in UNSURE_IDS):
        return True
    return any(word in option.label.lower() for word in UNSURE_WORDS)


def _has_action(node: str, outcome: Outcome, view: CheckedFlow) -> bool:
    """Return whether an outcome leads on: by what it says, by its way on, or to the contact of the flow."""
    led = outcome.links or outcome.questions or outcome.contact or view.graph.edges(node)
    always = (part.text for part in outcome.text if not part.when)
    return bool(led or view.flow.contact or any(map(_LINK.search, always)))
