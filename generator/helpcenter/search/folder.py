"""The folder of an index is named by what its files are made from, so that pages need not wait for them."""

from __future__ import annotations

import marshal
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from helpcenter import __version__, chinese
from helpcenter.search.data_file import File
from helpcenter.search.document import Document

_PLAIN = 0
"""The form of marshal that tells values only, not whether two of them are one; a quarter of the time of JSON."""


def folder_of(documents: Sequence[Document], synonyms: Sequence[Sequence[str]], others: Iterable[File] = ()) -> str:
    """Return the name of the folder for the index of ``documents`` and ``others`` beside it: another one for other
    contents, and whenever the program would make other files of the same contents.
    """
    digest = sha256(maker())
    for document in documents:
        digest.update(marshal.dumps((*document[:-1], *map(tuple, document.parts)), _PLAIN))
    extra = [(file.name, file.content) for file in others]
    digest.update(marshal.dumps(([list(group) for group in synonyms], extra), _PLAIN))
    return f"search-{digest.hexdigest()[:8]}"


@lru_cache(maxsize=1)
def maker() -> bytes:
    """Return what stands for all that makes an index: this room, the tables of Chinese and Unicode's."""
    digest = sha256(f"{__version__} {unicodedata.unidata_version}".encode())
    for folder in (Path(__file__).parent, Path(chinese.__file__).parent):
        for path in sorted((*folder.glob("*.py"), *folder.glob("*.txt"))):
            digest.update(path.name.encode() + sha256(path.read_bytes()).digest())
    return digest.digest()
