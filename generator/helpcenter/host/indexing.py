"""The index of the search during one build: made beside the pages, which do not know it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from helpcenter.host.pages import write_files
from helpcenter.memory import FORGETFUL, Memory
from helpcenter.pages.search import Search
from helpcenter.processes import DiedError, Task, begin
from helpcenter.words.catalogue import messages, nearest_language

TERMS = "terms"
"""Where the second process keeps the terms that it counted, beside what the first one keeps."""
MOST_BESIDE = 3000
"""Of more pages the index is made in turn: both processes change what they share, and so hold it twice."""


def _files(search: Callable[[], Search], memory: Memory) -> dict[str, bytes]:
    files = search().files(memory)
    memory.keep()
    return files


class Indexing:
    """An index in the making. Whoever begins one writes it or stops it."""

    def __init__(self) -> None:
        self._files: Task[dict[str, bytes]] | None = None

    def begin(self, search: Callable[[], Search], pages: int, memory: Memory = FORGETFUL) -> None:
        """Begin with the files of the ``search`` of so many ``pages`` instead of what was begun before.

        What it knows is made there too, and ``memory`` is its alone.
        """
        self.stop()
        make = partial(_files, search, memory)
        self._files = Task(make) if memory.is_full or pages > MOST_BESIDE else begin(make)

    def write(self, config: MkDocsConfig) -> None:
        """Write the files. Raises MkDocsException when the process that made them was killed."""
        if self._files is None:
            return
        try:
            found = self._files.result()
        except DiedError:
            words = messages(nearest_language(str(config.theme["language"])))
            raise MkDocsException(words("cli.index_died")) from None
        finally:
            self.stop()
        write_files(found, config)

    def stop(self) -> None:
        """Make sure that nothing of it goes on."""
        if self._files is not None:
            self._files.stop()
            self._files = None
