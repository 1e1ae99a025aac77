"""The server: hands the tools to an assistant over standard input and output. The only import of ``mcp``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from helpcenter import __version__
from helpcenter.assistants.library import Library, NotReadableError, UnknownIdError
from helpcenter.assistants.tools import Tools, words_for
from helpcenter.search.embedded import EmbeddedSearch
from helpcenter.words.catalogue import Words

READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
RESULTS = 5


def serve(folder: Path) -> None:
    """Serve the site in ``folder`` until the assistant goes. Raises NotReadableError."""
    library = Library(folder)
    words, tools = words_for(library), Tools(folder, EmbeddedSearch)

    async def search(query: str, limit: int = RESULTS) -> dict[str, Any]:
        return _attempt(lambda: tools.search(query, limit), words)

    async def answer(id: str) -> dict[str, Any]:
        return _attempt(lambda: tools.answer(id), words)

    async def walk_flow(id: str, answers: dict[str, str | list[str]] | None = None) -> dict[str, Any]:
        return _attempt(lambda: tools.walk(id, answers or {}), words)

    server: MCPServer[Any] = MCPServer(
        "helpcenter",
        title=library.name,
        instructions=words("mcp.instructions", name=library.name),
        version=__version__,
        log_level="WARNING",
    )
    for name, tool in (("search", search), ("answer", answer), ("walk_flow", walk_flow)):
        server.add_tool(tool, name, description=words(f"mcp.tools.{name}"), annotations=READ_ONLY)
    server.run("stdio")


def _attempt(ask: Callable[[], dict[str, Any]], words: Words) -> dict[str, Any]:
    """Return what ``ask`` says; an id that nobody knows, or a site that is gone, is told to the assistant."""
    try:
        return ask()
    except UnknownIdError as error:
        guess = words("mcp.meant", guess=error.guess) if error.guess else words("mcp.search_first")
        raise ToolError(words("mcp.unknown", name=error.name, guess=guess)) from None
    except (NotReadableError, OSError, ValueError):
        raise ToolError(words("mcp.gone")) from None
