"""Readers of every platform find an answer at each question, and come to no outcome that is for others alone."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.graph import Edge
from helpcenter.flow.paths import Paths, path_to, paths
from helpcenter.flow.sections import Section
from helpcenter.model.flows import Doing, Option, Question
from helpcenter.model.limits import options_of
from helpcenter.problems import Problem, problem


def check_flow_platforms(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each place where readers of a platform cannot go on, or that is not for them."""
    speaks = any(option.platform or option.platforms for _, option in options_of(view.flow))
    speaks = speaks or any(outcome.platforms for outcome in view.flow.outcomes.values())
    seen = set()
    for platform in view.loaded.center.platforms if speaks else ():
        found = _ways(view, platform.id)
        for anchor in found:
            section = view.sections.by_anchor.get(anchor)
            code = "" if section is None else _fault(section, view, platform.id)
            if section is not None and code and (section.node, code) not in seen:
                seen.add((section.node, code))
                facts = {"platform": platform.label, "name": view.graph.name(section.node)}
                place = view.origin.at(view.flow.area(section.node), section.node)
                yield problem(code, place, story=view.story(path_to(anchor, found)), **facts)


def _ways(view: CheckedFlow, platform: str) -> Paths[str]:
    """Return shortest ways to every section that readers of ``platform`` may come to."""

    def edges(anchor: str) -> Iterator[tuple[Edge, str]]:
        section = view.sections.by_anchor.get(anchor)
        asking = view.graph.choosing.get(section.node) if section else None
        for option, link in section.links.items() if section else ():
            if asking is None or _is_for(asking.options[option], asking, platform):
                yield link

    return paths(view.sections.start, edges)


def _is_for(option: Option, asking: Question | Doing, platform: str) -> bool:
    """Return whether readers of ``platform`` take ``option``; where one tells their platform, they take that."""
    if option.platforms and platform not in option.platforms:
        return False
    told = any(platform in other.platform for other in asking.options.values())
    return platform in option.platform if told else not option.platform


def _fault(section: Section, view: CheckedFlow, platform: str) -> str:
    asking = view.graph.choosing.get(section.node)
    if asking is not None:
        offered = (asking.options[option] for option in section.links)
        return "" if any(_is_for(option, asking, platform) for option in offered) else "flow-nothing-for-platform"
    outcome = view.flow.outcomes.get(section.node)
    is_for_others = outcome is not None and outcome.platforms and platform not in outcome.platforms
    return "flow-other-platform" if is_for_others else ""
