"""The look that ``mkdocs.yml`` asks for: pictures and colours of the brand, and what of Material does nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from helpcenter.host.settings.file import THEME, SettingsFile, is_folder, no_choice
from helpcenter.host.settings.named_files import missing
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location, Problem, problem, warning
from helpcenter.project import is_file
from helpcenter.rendering.palette import (
    DARK,
    LEAST,
    LIGHT,
    NAMES,
    Rgb,
    Scheme,
    as_hex,
    is_readable,
    lowest,
    parsed,
    readable,
)
from helpcenter.sources.pictures import SUFFIXES, Size, fault_of, size_of
from helpcenter.suggestions import nearest

FAVICON = "assets/images/favicon.png"
"""The favicon that Material brings; it is not published."""
FAVICON_SUFFIXES = (*SUFFIXES, ".ico")
SHARE = "share_picture"
SHARE_SUFFIXES = (".png", ".jpg", ".jpeg")
"""What chats show beside a shared link; they take no SVG."""
LOGO_HEIGHT = 28
"""In CSS pixels."""
SCHEMES: dict[str, Scheme] = {"default": LIGHT, "slate": DARK}
"""Material's names of the light and the dark scheme."""
_CUSTOM = "custom"
_IDLE_THEME = ("features", "icon")
_IDLE_EXTRA = (
    "alternate", "analytics", "annotate", "consent", "generator", "homepage", "scope", "social", "status", "tags",
    "version",
)  # fmt: skip
_IDLE_PALETTE = ("accent", "toggle")


class Brand(NamedTuple):
    """The files below ``content/`` and the primary colours that were chosen; empty and None for ours."""

    logo: str = ""
    logo_width: int = 0
    """In CSS pixels, at the height that the header gives it; 0 where the file does not tell."""
    favicon: str = ""
    share: str = ""
    share_size: Size | None = None
    light: Rgb | None = None
    dark: Rgb | None = None


OURS = Brand()


def brand_of(theme: Mapping[str, Any], docs: Path) -> Brand:
    """Return the brand that sound settings of the theme choose, for the content in ``docs``."""
    logo, favicon = theme.get("logo") or "", theme.get("favicon") or ""
    if favicon == FAVICON and not is_file(docs / favicon):
        favicon = ""
    chosen: dict[bool, Rgb | None] = {}
    for _, entry in _entries(theme.get("palette")):
        color = parsed(str(entry.get("primary") or ""))
        if color is not None:
            chosen.setdefault(_scheme(entry).is_dark, color)
    size = size_of(docs / logo) if logo else None
    width = round(LOGO_HEIGHT * size[0] / size[1]) if size else 0
    share = theme.get(SHARE) or ""
    shared = size_of(docs / share) if share else None
    colors = chosen.get(False), chosen.get(True)
    return Brand(_normal(logo), width, _normal(favicon), _normal(share), shared, *colors)


def check_brand(file: SettingsFile) -> Iterator[Problem]:
    """Yield what cannot be shown as the theme's settings say, and which of Material's settings do nothing."""
    theme = file.values.get("theme")
    if not isinstance(theme, dict) or theme.get("name") != THEME:
        return
    for name, suffixes in (("logo", SUFFIXES), ("favicon", FAVICON_SUFFIXES), (SHARE, SHARE_SUFFIXES)):
        if theme.get(name) is not None:
            yield from _picture(file, name, theme[name], suffixes)
    yield from _palette(file, theme.get("palette"))
    yield from _idle(file, theme)


def _picture(file: SettingsFile, name: str, value: object, suffixes: tuple[str, ...]) -> Iterator[Problem]:
    place = file.at("theme", name)
    if not isinstance(value, str):
        yield problem("not-text", place, field=name, value=value)
    elif _is_elsewhere(value) or not value.casefold().endswith(suffixes):
        yield problem("bad-brand-picture", place, field=name, target=value, choices=", ".join(suffixes))
    elif is_folder(file.docs()):
        path = file.docs() / value
        if not is_file(path) or not path.resolve().is_relative_to(file.docs().resolve()):
            yield missing(file, place, name, value, nearest(value, _pictures(file)))
        else:
            yield from _content(file, path)


def _content(file: SettingsFile, path: Path) -> Iterator[Problem]:
    place = Location(path.relative_to(file.root).as_posix())
    try:
        fault = fault_of(path)
    except OSError as error:
        yield problem("unreadable-file", place, reason=error.strerror or str(error))
        return
    if fault:
        yield problem(fault, place)


def _pictures(file: SettingsFile) -> list[str]:
    found = (path for path in file.docs().rglob("*") if path.name.casefold().endswith(FAVICON_SUFFIXES))
    return sorted(path.relative_to(file.docs()).as_posix() for path in found)


def _is_elsewhere(value: str) -> bool:
    """Return whether ``value`` is no plain way below ``content/``."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return True
    path = PurePosixPath(value)
    strange = parts.scheme or parts.netloc or parts.query or parts.fragment or "\\" in value
    return bool(strange) or path.is_absolute() or ".." in path.parts


def _palette(file: SettingsFile, palette: object) -> Iterator[Problem]:
    steps: KeyPath = ("theme", "palette")
    if palette is not None and not isinstance(palette, dict | list):
        yield problem("not-a-mapping", file.at(*steps), field="palette", value=palette)
        return
    for index, entry in enumerate(palette if isinstance(palette, list) else ()):
        if not isinstance(entry, dict):
            yield problem("not-a-mapping", file.at(*steps, index), field="palette", value=entry)
    seen: set[bool] = set()
    for below, entry in _entries(palette):
        yield from _entry(file, (*steps, *below), entry, seen)


def _entry(file: SettingsFile, steps: KeyPath, entry: Mapping[str, Any], seen: set[bool]) -> Iterator[Problem]:
    scheme = entry.get("scheme")
    if scheme is not None and str(scheme) not in SCHEMES:
        yield no_choice(file.at(*steps, "scheme"), "scheme", scheme, tuple(SCHEMES))
    for name in _IDLE_PALETTE:
        if entry.get(name):
            yield warning("idle-setting", file.at(*steps, name, key=True), field=f"palette.{name}", kind=name)
    if "primary" in entry and (scheme is None or str(scheme) in SCHEMES):
        is_dark = _scheme(entry).is_dark
        if is_dark in seen:
            yield warning("idle-setting", file.at(*steps, "primary", key=True), field="palette.primary", kind="twice")
        else:
            seen.add(is_dark)
            yield from _primary(file, (*steps, "primary"), entry["primary"], _scheme(entry))


def _primary(file: SettingsFile, steps: KeyPath, value: object, scheme: Scheme) -> Iterator[Problem]:
    text = "" if value is None else str(value)
    color = parsed(text)
    if text == _CUSTOM:
        yield warning("idle-setting", file.at(*steps), field="primary: custom", kind=_CUSTOM)
    elif color is None:
        yield problem("bad-color", file.at(*steps), field="primary", value=text, guess=nearest(text, NAMES))
    elif not is_readable(color, scheme.grounds):
        fits = as_hex(readable(color, scheme.grounds))
        ratio = lowest(color, scheme.grounds)
        kind = "dark" if scheme.is_dark else "light"
        yield problem("low-contrast", file.at(*steps), value=text, kind=kind, ratio=ratio, least=LEAST, fits=fits)


def _idle(file: SettingsFile, theme: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield settings that nothing reads; templates of the project's own may read all but the fonts."""
    if theme.get("font"):
        yield warning("idle-setting", file.at("theme", "font", key=True), field="font", kind="font")
    if theme.get("custom_dir") is not None:
        return
    for name in _IDLE_THEME:
        if theme.get(name):
            yield warning("idle-setting", file.at("theme", name, key=True), field=name, kind=name)
    extra = file.values.get("extra")
    for name in _IDLE_EXTRA:
        if isinstance(extra, dict) and extra.get(name):
            yield warning("idle-setting", file.at("extra", name, key=True), field=f"extra.{name}", kind="extra")


def _entries(palette: object) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """Yield each palette with the way to it: one alone, or those of a list."""
    if isinstance(palette, dict):
        yield (), palette
    elif isinstance(palette, list | tuple):
        yield from (((index,), entry) for index, entry in enumerate(palette) if isinstance(entry, dict))


def _scheme(entry: Mapping[str, Any]) -> Scheme:
    """Return the scheme that a palette is for: the one it names, else that of its ``media``, else the light one."""
    named = SCHEMES.get(str(entry.get("scheme")))
    return named or (DARK if "dark" in str(entry.get("media")) else LIGHT)


def _normal(path: str) -> str:
    return PurePosixPath(path).as_posix() if path else ""
