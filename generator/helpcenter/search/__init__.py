"""The search index: made at build from documents, packed into files that the browser reads as it needs them."""

from __future__ import annotations

from helpcenter.search.data_file import File, data_file
from helpcenter.search.document import Document, DocumentPart
from helpcenter.search.files import folder_of, index_files
from helpcenter.search.index import Index, make_index

__all__ = ["Document", "DocumentPart", "File", "Index", "data_file", "folder_of", "index_files", "make_index"]
