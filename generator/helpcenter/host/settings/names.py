"""Names and kinds of settings, and the theme."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from helpcenter.host.settings.file import THEME, SettingsFile, is_folder, no_choice, unknown
from helpcenter.problems import Problem, problem, warning
from helpcenter.suggestions import nearest
from helpcenter.words.catalogue import languages

THEME_KEYS = (
    "name", "custom_dir", "language", "direction", "features", "palette", "font", "icon", "logo", "favicon",
    "static_templates", "locale",
)  # fmt: skip
TEXTS = (
    "site_name", "site_description", "site_author", "copyright", "site_dir", "repo_name", "edit_uri", "remote_branch",
    "remote_name",
)  # fmt: skip
LISTS, MAPPINGS = ("extra_css", "extra_javascript", "extra_templates", "hooks", "watch"), ("extra",)
SWITCHES = ("use_directory_urls", "strict")

def check_names(file: SettingsFile) -> Iterator[tuple[str, Problem]]:
    """Yield settings that do not exist, and those that must, each with its name."""
    for name in file.values:
        if name not in file.known.keys:
            yield str(name), unknown(file.at(name, key=True), str(name), file.known.keys)
    if file.values.get("site_name") is None:
        yield "site_name", problem("missing-field", file.at("site_name", key=True), field="site_name")


def check_kinds(file: SettingsFile) -> Iterator[tuple[str, Problem]]:
    """Yield settings that hold a list where text is wanted, and the like, each with its name."""
    kinds: tuple[tuple[tuple[str, ...], type, str], ...] = (
        (TEXTS, str, "not-text"), (LISTS, list, "not-a-list"), (MAPPINGS, dict, "not-a-mapping"),
    )  # fmt: skip
    for names, kind, code in kinds:
        for name in names:
            value = file.values.get(name)
            wanted = value is not None or (names is MAPPINGS and file.outline.has(name))  # MkDocs takes no empty one
            if wanted and not isinstance(value, kind):
                yield name, problem(code, file.at(name), field=name, value=value)
    for name in SWITCHES:
        value = file.values.get(name)
        if value is not None and not isinstance(value, bool):
            yield name, no_choice(file.at(name), name, value, ("true", "false"))


def check_theme(file: SettingsFile) -> Iterator[Problem]:
    """Yield what is wrong with the theme: another one than ours is made for, or a language that it does not speak."""
    theme = file.values.get("theme")
    settings = theme if isinstance(theme, dict) else {"name": theme}
    if settings.get("name") != THEME:
        yield problem("wrong-theme", file.at("theme", "name", key=not isinstance(theme, dict)))
        return
    for name in settings:
        if name not in THEME_KEYS and nearest(str(name), THEME_KEYS):  # Material has more, and templates may
            yield unknown(file.at("theme", name, key=True), str(name), THEME_KEYS)
    folder = settings.get("custom_dir")
    if folder is not None and not (isinstance(folder, str) and is_folder(file.root / folder)):
        yield problem("missing-named-file", file.at("theme", "custom_dir"), field="custom_dir", target=folder)
    if "language" in settings:
        yield from _language(file, settings["language"])


def _language(file: SettingsFile, language: object) -> Iterator[Problem]:
    place, ours = file.at("theme", "language"), languages()
    if not isinstance(language, str) or language not in file.known.languages:
        guess = _meant(str(language), file.known.languages)
        yield problem("unknown-language", place, value=language, guess=guess, choices=", ".join(ours))
    elif language.split("-")[0] not in ours:
        yield warning("untranslated-language", place, value=language, choices=", ".join(ours))


def _meant(language: str, known: Collection[str]) -> str:
    """Return the language that was meant: ``zh-Hant`` for ``zh_Hant``, ``zh`` for ``zh-CN``, else the nearest."""
    dashed = language.replace("_", "-")
    return next((name for name in (dashed, dashed.split("-")[0]) if name in known), "") or nearest(dashed, known)
