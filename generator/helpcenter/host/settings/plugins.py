"""Plugins: that they exist, ours among them, and that they have the options that are set."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.host.settings.file import PLUGIN, THEME, SettingsFile, named, no_choice, unknown
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem
from helpcenter.suggestions import nearest


def check_plugins(file: SettingsFile) -> Iterator[Problem]:
    """Yield plugins and options that do not exist, and that ours is missing or there twice."""
    plugins = file.values.get("plugins")
    if plugins is not None and not isinstance(plugins, list | dict):
        yield problem("not-a-list", file.at("plugins"), field="plugins", value=plugins)
        return
    found = []
    for steps, name, options in named(plugins or ()):
        place = file.at("plugins", *steps)
        if not isinstance(name, str) or _full_name(file, name) not in file.known.plugins:
            yield problem("unknown-plugin", place, name=name, guess=nearest(str(name), file.known.plugins))
            continue
        if name == PLUGIN and name in found:
            yield problem("duplicate-key", place, key=name)
        if not (isinstance(options, dict) and options.get("enabled") is False):
            found.append(name)
        yield from _options(file, steps if isinstance(plugins, dict) else (*steps, name), name, options)
    if PLUGIN not in found:
        yield problem("missing-plugin", file.at("plugins", key=True), plugin=PLUGIN)


def _options(file: SettingsFile, steps: KeyPath, name: str, options: object) -> Iterator[Problem]:
    known = file.known.options(_full_name(file, name))
    if options is not None and not isinstance(options, dict):
        yield problem("not-a-mapping", file.at("plugins", *steps), field=name, value=options)
    elif options and known is not None:
        for option, value in options.items():
            place = ("plugins", *steps, option)
            if option not in known and option != "enabled":
                yield unknown(file.at(*place, key=True), str(option), known)
            elif known.get(option) and value not in known[option]:
                yield no_choice(file.at(*place), str(option), value, known[option])


def _full_name(file: SettingsFile, name: str) -> str:
    inside = f"{THEME}/{name}"
    return inside if inside in file.known.plugins else name.removeprefix("/")
