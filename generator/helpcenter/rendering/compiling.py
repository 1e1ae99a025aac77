"""The Jinja environment of our templates, and where their compiled form is kept."""

from __future__ import annotations

import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from helpcenter.rendering.indentation import Unindented
from helpcenter.words.catalogue import Words


def environment(folder: Path, words: Words) -> Environment:
    """Return an environment for the templates in ``folder``: autoescape on, unknown names are errors."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=bytecode_cache("pages"),
        cache_size=-1,
        extensions=[Unindented],
    )
    made.globals["t"] = words
    return made


class _Cache(FileSystemBytecodeCache):
    """Keeps compiled templates where it can; where it cannot, they are compiled again and nobody need know."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def bytecode_cache(meaning: str) -> FileSystemBytecodeCache | None:
    """Return a cache in the machine's folder for temporary files, or None where Python shall keep nothing.

    Jinja runs what it finds there, so it takes only a folder of this user that nobody else can write to.
    ``meaning`` stands for what compiled templates depend on beside their source and this module.
    """
    if sys.dont_write_bytecode:
        return None
    digest = sha256(Path(__file__).read_bytes() + meaning.encode()).hexdigest()[:8]
    try:
        return _Cache(pattern=f"helpcenter-{digest}-%s.cache")
    except (OSError, RuntimeError):
        return None
