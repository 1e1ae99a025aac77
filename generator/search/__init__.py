"""The search index: made at build from documents, packed into files that the browser reads as it needs them."""

from __future__ import annotations

from generator.search.data_file import File, data_file
from generator.search.document import Document, Part
from generator.search.files import folder_of, index_files
from generator.search.index import Index, make_index

__all__ = ["Document", "File", "Index", "Part", "data_file", "folder_of", "index_files", "make_index"]
