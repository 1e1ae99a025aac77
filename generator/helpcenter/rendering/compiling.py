"""The Jinja environment of our templates, and where their compiled form is kept."""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from helpcenter.caching import make_cache
from helpcenter.rendering import indentation
from helpcenter.rendering.indentation import OneWay, Unindented
from helpcenter.words.catalogue import Words


def environment(folder: Path, words: Words, cache: Path | None = None, *, one_way: bool = False) -> Environment:
    """Return an environment for the templates in ``folder``: autoescape on, unknown names are errors.

    The filter ``t`` puts in ``words``; where their name is typed, Jinja does so once, as it compiles. The compiled form
    is kept in ``cache``. ``one_way`` is for texts that all run from left to right.
    """
    made = _OneWorld(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_templates(cache, words, one_way=one_way),
        cache_size=-1,
        extensions=[Unindented, OneWay] if one_way else [Unindented],
    )
    made.filters["t"] = words
    return made


class _OneWorld(Environment):
    """An environment whose templates have no globals of their own: Jinja would go through all of them for each page."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template sees."""
        return self.globals if d is None else super().make_globals(d)


def rendered(environment: Environment, name: str, shown: Mapping[str, Any]) -> str:
    """Return what the template ``name`` makes of what is ``shown``, as ``render`` does, which is slow with globals."""
    template = environment.get_template(name)
    try:
        context = template.new_context({**environment.globals, **shown}, shared=True)
        return "".join(template.root_render_func(context))
    except Exception:
        environment.handle_exception()


def visible_files(folders: Sequence[str]) -> Environment:
    """Return an environment that knows the files of a theme in ``folders`` but the hidden ones.

    Hidden are Material's icons, more than 14,000, which nobody asks for here and MkDocs takes out one by one.
    """
    return Environment(loader=_VisibleFiles(folders), autoescape=True)


class _VisibleFiles(FileSystemLoader):
    def list_templates(self) -> list[str]:
        found = set[str]()
        for folder in self.searchpath:
            for place, inside, names in os.walk(folder):
                inside[:] = [name for name in inside if not name.startswith(".")]
                found.update(Path(place, name).relative_to(folder).as_posix() for name in names)
        return sorted(found)


def compiled_templates(folder: Path | None, words: Words, *, one_way: bool = False) -> BytecodeCache | None:
    """Return a cache of templates compiled with ``words`` in ``folder``, made when first needed; None for no folder."""
    if folder is None:
        return None
    digest = sha256(Path(indentation.__file__).read_bytes()).hexdigest()[:8]  # Jinja looks at a source as it is typed
    return _CompiledTemplates(folder, f"template-{digest}{'-one-way' if one_way else ''}-%s", words)


class _CompiledTemplates(FileSystemBytecodeCache):
    """Keeps compiled templates where it can; where it cannot, they are compiled again and nobody need know."""

    def __init__(self, folder: Path, pattern: str, words: Words) -> None:
        super().__init__(str(folder), pattern)
        self._words = repr(sorted(words.texts.items()))

    def get_source_checksum(self, source: str) -> str:
        """Return what tells a source apart, with the words that are compiled into it."""
        return super().get_source_checksum(self._words + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            make_cache(Path(self.directory))
            super().dump_bytecode(bucket)
