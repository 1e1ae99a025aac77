"""Values put into one-line texts: after this the model holds what readers see, and nothing downstream can forget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from helpcenter.model.help_center import HelpCenter
from helpcenter.model.key_path import KeyPath
from helpcenter.model.values import FILE, Values
from helpcenter.problems import Problem
from helpcenter.sources.loading import Loaded, Origin
from helpcenter.sources.validation import validated
from helpcenter.texts.all_texts import Text, Texts

Filled = TypeVar("Filled")


def filled(loaded: Loaded, texts: Texts) -> tuple[Loaded, list[Problem]]:
    """Return ``loaded`` with the values of ``texts`` in its lines; a line that they make too long is a problem."""
    made: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, lines in _changed(texts).items():
        origin = loaded.origins[name]
        value, found = validated(_model(loaded.center, name), _data(origin, lines), origin.source, origin.steps)
        problems += found
        if value is not None:
            made[name] = value
    return (replace(loaded, center=_with(loaded.center, made)) if made else loaded), problems


def _changed(texts: Texts) -> dict[str, list[Text]]:
    found = {name: [text for text in held if text.filled not in (None, text.source)] for name, held in texts.items()}
    return {name: lines for name, lines in found.items() if lines}


def _model(center: HelpCenter, name: str) -> type[Any]:
    """Return the class of what was read at the origin ``name``."""
    if name == FILE:
        return Values
    others: dict[str, Any] = {topic.id: topic for topic in center.topics}
    others |= {f"state {state.id}": state for state in center.states}
    others |= {f"audience {audience.id}": audience for audience in center.audiences}
    return type(center.entry(name) or others.get(name) or center.home)


def _data(origin: Origin, lines: list[Text]) -> Any:
    data = origin.source.data
    for step in origin.steps:
        data = data[step]
    for line in lines:
        data = _put(data, line.steps, line)
    return data


def _put(data: Any, steps: KeyPath, line: Text) -> Any:
    """Return ``data`` with ``line`` filled at ``steps``; a text where the model has more was typed short."""
    if isinstance(data, str) or not steps:
        return data.replace(line.source, line.filled)
    step, *rest = steps
    if isinstance(data, list):
        return [_put(item, tuple(rest), line) if index == step else item for index, item in enumerate(data)]
    return {key: _put(item, tuple(rest), line) if key == step else item for key, item in data.items()}


def _with(center: HelpCenter, made: Mapping[str, Any]) -> HelpCenter:
    """Return ``center`` with what was made anew, by the names of their origins."""

    def renewed(held: Mapping[str, Filled]) -> dict[str, Filled]:
        return {name: made.get(name, value) for name, value in held.items()}

    table = center.state_table
    states = tuple(made.get(f"state {state.id}", state) for state in center.states)
    return replace(
        center,
        topics=tuple(made.get(topic.id, topic) for topic in center.topics),
        articles=renewed(center.articles),
        faq=renewed(center.faq),
        flows=renewed(center.flows),
        home=made.get("/home.yaml", center.home),
        state_table=table and table.model_copy(update={"states": states}),
        audiences=tuple(made.get(f"audience {audience.id}", audience) for audience in center.audiences),
        contacts=made[FILE].contacts if FILE in made else center.contacts,
    )
