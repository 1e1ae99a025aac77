"""Values put into one-line texts: after this the model holds what readers see, and nothing downstream can forget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from helpcenter.memory import FORGETFUL, Memory
from helpcenter.model.desk import FILE as DESK
from helpcenter.model.desk import Desk
from helpcenter.model.help_center import HelpCenter
from helpcenter.model.key_path import KeyPath
from helpcenter.model.values import FILE, Values
from helpcenter.problems import Problem
from helpcenter.sources.loading import Loaded
from helpcenter.sources.validation import validated
from helpcenter.sources.yaml.reader import SourceFile
from helpcenter.texts.all_texts import Text, Texts

Filled = TypeVar("Filled")
FilledLine = tuple[KeyPath, str, str | None]
"""The way to a line, as typed, and with its values put in."""


def filled(loaded: Loaded, texts: Texts, memory: Memory = FORGETFUL) -> tuple[Loaded, list[Problem]]:
    """Return ``loaded`` with the values of ``texts`` in its lines; a line that they make too long is a problem."""
    made: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, lines in _changed(texts).items():
        origin, put = loaded.origins[name], tuple((line.steps, line.source, line.filled) for line in lines)
        value, found = memory(_refilled, _model(loaded.center, name), origin.source, origin.steps, put)
        problems += found
        if value is not None:
            made[name] = value
    return (replace(loaded, center=_with(loaded.center, made)) if made else loaded), problems


def _changed(texts: Texts) -> dict[str, list[Text]]:
    found = {name: [text for text in held.lines if _is_filled(text)] for name, held in texts.items() if held.lines}
    return {name: lines for name, lines in found.items() if lines}


def _is_filled(text: Text) -> bool:
    return text.filled != text.source


def _model(center: HelpCenter, name: str) -> type[Any]:
    """Return the class of what was read at the origin ``name``."""
    if name in (FILE, DESK):
        return Values if name == FILE else Desk
    others: dict[str, Any] = {topic.id: topic for topic in center.topics}
    others |= {f"state {state.id}": state for state in center.states}
    others |= {f"audience {audience.id}": audience for audience in center.audiences}
    return type(center.entry(name) or others.get(name) or center.home)


def _refilled(
    model: type[Any], source: SourceFile, steps: KeyPath, lines: tuple[FilledLine, ...]
) -> tuple[Any, list[Problem]]:
    """Validate what stands at ``steps`` of ``source`` once more, with ``lines`` filled."""
    data = source.data
    for step in steps:
        data = data[step]
    for line in lines:
        data = _put(data, line[0], line)
    return validated(model, data, source, steps)


def _put(data: Any, steps: KeyPath, line: FilledLine) -> Any:
    """Return ``data`` with ``line`` filled at ``steps``; a text where the model has more was typed short."""
    if isinstance(data, str) or not steps:
        return data.replace(line[1], line[2])
    step, *rest = steps
    if isinstance(step, int) and isinstance(data, dict):  # typed alone for a list of one
        return _put(data, tuple(rest), line)
    if isinstance(data, list):
        return [_put(item, tuple(rest), line) if index == step else item for index, item in enumerate(data)]
    return {key: _put(item, tuple(rest), line) if key == step else item for key, item in data.items()}


def _with(center: HelpCenter, made: Mapping[str, Any]) -> HelpCenter:
    """Return ``center`` with what was made anew, by the names of their origins."""

    def renewed(held: Mapping[str, Filled]) -> dict[str, Filled]:
        return {**held, **{name: value for name, value in made.items() if name in held}}

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
        desk=made.get(DESK, center.desk),
    )
