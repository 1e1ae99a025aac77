"""Each question can be answered by everybody, each outcome gives something to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.flows.view import FlowView
from generator.flow_model import Option, Outcome, Question
from generator.problems import Problem, problem, warning

MOST_OPTIONS = 8
UNSURE_IDS = ("unsure", "other", "none", "unknown")
"""An option with such an id, or one that begins so, is the way out for who does not know."""
UNSURE_WORDS = ("不确定", "不知道", "不清楚", "说不清", "看不懂", "都不是", "其他", "not sure", "don't know", "none of")


def check_options(view: FlowView) -> Iterator[Problem]:
    """Yield a problem for each question that is no choice, and each outcome without anything to do."""
    for node, question in view.flow.questions.items():
        yield from _check_question(node, question, view)
        yield from _check_defaults(node, question.options, view)
    for node, outcome in view.flow.outcomes.items():
        if not _has_action(outcome):
            place = view.origin.at("outcomes", node, key=True)
            yield problem("flow-no-action", place, outcome=outcome.title, story=view.story_to(node))


def _check_question(node: str, question: Question, view: FlowView) -> Iterator[Problem]:
    place = view.origin.at("questions", node, "options", key=True)
    facts = {"question": question.ask, "story": view.story_to(node)}
    if len(question.options) < 2:
        yield problem("flow-one-option", place, **facts)
        return
    if len(question.options) > MOST_OPTIONS:
        yield warning("flow-many-options", place, count=len(question.options), most=MOST_OPTIONS, **facts)
    if not any(_is_unsure(name, option) for name, option in question.options.items()):
        yield warning("flow-no-unsure", place, **facts)
    seen: dict[str, str] = {}
    for name, option in question.options.items():
        label = " ".join(option.label.split())
        if label in seen:
            where = view.origin.at("questions", node, "options", name, "label")
            yield problem("flow-same-label", where, label=label, first=seen[label], **facts)
        seen.setdefault(label, name)


def _check_defaults(node: str, options: Mapping[str, Option], view: FlowView) -> Iterator[Problem]:
    for name, option in options.items():
        if not option.to or option.to[-1].when:
            last = (len(option.to) - 1,) if option.to else ()
            place = view.origin.at("questions", node, "options", name, "to", *last)
            yield problem("flow-no-default", place, label=option.label, question=view.graph.name(node))


def _is_unsure(name: str, option: Option) -> bool:
    if any(name == known or name.startswith(f"{known}-") for known in UNSURE_IDS):
        return True
    return any(word in option.label.lower() for word in UNSURE_WORDS)


def _has_action(outcome: Outcome) -> bool:
    return bool(outcome.links or outcome.questions or outcome.contact or "](" in outcome.text)
