"""What ``mkdocs.yml`` need not say: where the content is, the theme and its language. MkDocs has others."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from helpcenter.host.settings.file import DOCS_DIR, LANGUAGE, THEME


def fill_in(values: MutableMapping[str, Any]) -> None:
    """Give ``values``, as they were typed, what they do not say; None counts as nothing."""
    if values.get("docs_dir") is None:
        values["docs_dir"] = DOCS_DIR
    theme = values.get("theme")
    if theme is None or theme == THEME:
        values["theme"] = {"name": THEME, "language": LANGUAGE}
    elif isinstance(theme, dict):
        values["theme"] = {"language": LANGUAGE, **theme}


def fill_in_validated(config: MkDocsConfig) -> None:
    """Give settings that MkDocs itself has read and validated what their file does not say."""
    with Path(config.config_file_path).open("rb") as stream:
        typed = yaml_load(stream, get_yaml_loader(config=config))
    if typed.get("docs_dir") is None:
        config.docs_dir = str(Path(config.config_file_path).parent / DOCS_DIR)
    theme = typed.get("theme")
    if theme is None:
        config.theme = Theme(name=THEME, language=LANGUAGE)
    elif not (isinstance(theme, dict) and "language" in theme):
        config.theme["language"] = LANGUAGE
