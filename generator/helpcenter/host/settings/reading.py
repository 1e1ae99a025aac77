"""The settings of a project: ``mkdocs.yml`` as MkDocs reads and validates it, with every problem in one run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.config.base import BaseConfigOption, get_schema
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugins
from mkdocs.theme import Theme

from helpcenter.host.material import theme_languages
from helpcenter.host.settings import check_settings
from helpcenter.host.settings.defaults import fill_in
from helpcenter.host.settings.file import DOCS_DIR, PLUGIN, THEME, Known, SettingsFile
from helpcenter.problems import Location, Problem, has_errors, problem, warning
from helpcenter.project import CONFIG
from helpcenter.sources.yaml.outline import Outline, read_outline
from helpcenter.words.catalogue import languages

_DOCS_DIR = re.compile(r"^docs_dir:[ \t]*['\"]?([\w./-]+)", re.MULTILINE)
_LANGUAGE = re.compile(r"^[ \t]+language:[ \t]*['\"]?([\w-]+)|\blanguage:[ \t]*([\w-]+)[ \t]*[,}]", re.MULTILINE)
_NOT_SETTINGS = {"config_file_path", "mdx_configs", "pages", "google_analytics"}
_MAX_REASON = 200


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``mkdocs.yml`` says and what is wrong with it.

    ``config`` is None with errors; ``content`` is None where no folder of content is known.
    """

    root: Path
    problems: list[Problem]
    language: str
    content: Path | None
    config: MkDocsConfig | None = None


def read_settings(root: Path) -> Settings:
    """Read and validate the settings of the project at ``root``."""
    file, problems, loaded = _file(root)
    if file is None or loaded is None:
        return _salvaged(root, problems)
    found = list(check_settings(file))
    wrong = {name for name, one in found if name in loaded and has_errors([one])}
    problems += [one for _, one in found]
    problems += _validated(loaded, wrong, file)
    content = None if "docs_dir" in wrong else root / str(file.values.get("docs_dir") or DOCS_DIR)
    if has_errors(problems):
        return Settings(root, problems, _language(file.values), content)
    return Settings(root, problems, str(loaded.theme["language"]), content, loaded)


def settings_problems(root: Path) -> list[Problem]:
    """Return what is wrong in ``mkdocs.yml`` without validating it once more, for settings that MkDocs has taken."""
    file, problems, _ = _file(root)
    return problems if file is None else [*problems, *(found for _, found in check_settings(file))]


def _file(root: Path) -> tuple[SettingsFile | None, list[Problem], MkDocsConfig | None]:
    path = root / CONFIG
    outline, problems = read_outline(path, CONFIG)
    if outline is None:
        return None, problems, None
    if not outline.is_mapping:
        return None, [*problems, problem("not-a-mapping", outline.at(), field=CONFIG, value="")], None
    loaded = MkDocsConfig(config_file_path=str(path))
    loaded.update(docs_dir=None, theme=None)
    try:
        with path.open("rb") as stream:
            loaded.load_file(stream)
    except (Exception, SystemExit) as error:  # a tag may run anything
        return None, [*problems, _refused(error, outline)], None
    fill_in(loaded)
    ours = _NOT_SETTINGS if outline.has("INHERIT") else {name for name, _ in get_schema(MkDocsConfig)}
    values = {name: value for name, value in loaded.items() if outline.has(name) or name not in ours or name == "theme"}
    return SettingsFile(root, values, outline, _known()), problems, loaded


def _refused(error: BaseException, outline: Outline) -> Problem:
    """Return why MkDocs cannot read the values: a tag that fails, or a file to continue that is not there."""
    mark = getattr(error.__context__, "problem_mark", None)
    place = Location(outline.name, mark.line + 1, mark.column + 1) if mark else outline.at("INHERIT")
    return problem("bad-setting", place, field=CONFIG, reason=_reason(error.__context__ or error))


def _validated(config: MkDocsConfig, wrong: set[str], file: SettingsFile) -> Iterator[Problem]:
    """Validate ``config`` in place, setting by setting; what is ``wrong`` already counts as not given."""
    for name, option in get_schema(MkDocsConfig):
        if name in wrong:
            config[name] = {"theme": THEME, "plugins": [PLUGIN], "site_name": "-"}.get(name, option.default)
    for phase in ("pre_validation", "validate", "post_validation"):
        failed = False
        for name, option in get_schema(MkDocsConfig):
            try:
                if phase == "validate":
                    config[name] = option.validate(config.get(name))
                else:
                    getattr(option, phase)(config, key_name=name)
            except (Exception, SystemExit) as error:  # plugins and hooks run here, too
                failed = True
                if name not in wrong:
                    yield problem("bad-setting", file.at(name), field=name, reason=_reason(error))
            yield from (warning("bad-setting", file.at(name), field=name, reason=said) for said in _said(option, name))
            option.reset_warnings()
        if failed:
            return


def _said(option: BaseConfigOption[Any], name: str) -> list[str]:
    """Return what MkDocs finds odd in a setting; unknown options of plugins are problems of ours already."""
    found = [" ".join(str(text).split())[:_MAX_REASON] for text in option.warnings]
    return [text for text in found if name != "plugins" or "Unrecognised configuration name" not in text]


def _reason(error: BaseException) -> str:
    text = getattr(error, "problem", None) or str(error) or type(error).__name__
    return " ".join(str(text).split())[:_MAX_REASON]


def _language(values: Any) -> str:
    theme = values.get("theme")
    return _ours(theme.get("language")) if isinstance(theme, dict) else ""


def _ours(language: object) -> str:
    """Return ``language`` if there are words in it, else nothing."""
    return language if isinstance(language, str) and language.split("-")[0] in languages() else ""


def _salvaged(root: Path, problems: list[Problem]) -> Settings:
    """Return settings of a file that cannot be read: language and content as its text still tells them."""
    try:
        text = (root / CONFIG).read_bytes().decode("utf-8", "replace") if (root / CONFIG).is_file() else ""
    except OSError:
        text = ""
    language, folder = _LANGUAGE.search(text), _DOCS_DIR.search(text)
    content = root / folder[1] if folder else None
    return Settings(root, problems, _ours(language[1] or language[2]) if language else "", content)


@lru_cache(maxsize=1)
def _known() -> Known:
    keys = {name for name, _ in get_schema(MkDocsConfig)} - _NOT_SETTINGS
    return Known(keys, theme_languages(Theme(name=THEME).dirs), get_plugins(), _options)


def _options(plugin: str) -> dict[str, Sequence[str]] | None:
    """Return the options of a plugin with their choices; None when it does not tell them."""
    try:
        options = dict(get_plugins()[plugin].load().config_scheme)
    except Exception:  # what cannot be loaded is told when it is validated
        return None
    return {name: getattr(option, "choices", ()) for name, option in options.items()} or None
