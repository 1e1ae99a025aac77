"""The common shape of exports for tools that take answers one by one, through an interface of their own.

None of these tools reads a file of many answers. So the file holds, in order, what a small script sends: for each
answer the ``path`` below the tool's address, the ``body`` in exactly the tool's own form, and a ``key`` that stays the
same, by which the script keeps the number that the tool gave. What must be filled in first stands in ``needs``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ToolRequest:
    """One request: POST ``body`` to ``path``; ``folder`` is the key of the request whose answer names the folder."""

    key: str
    path: str
    body: Mapping[str, Any]
    folder: str = ""


@dataclass(frozen=True, slots=True)
class RequestFile:
    """All requests for one tool, and by the name of a field what the sender must put in."""

    tool: str
    requests: Iterable[ToolRequest]
    needs: Mapping[str, str] = field(default_factory=dict)

    def content(self) -> bytes:
        """Return the file: JSON in UTF-8 with a line end at its end."""
        told = [_told(request) for request in self.requests]
        whole = {"tool": self.tool, "method": "POST", **({"needs": dict(self.needs)} if self.needs else {})}
        return json_bytes({**whole, "requests": told})


def json_bytes(value: Any) -> bytes:
    """Return ``value`` as JSON in UTF-8, the same each time."""
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def folders(answers: Iterable[Any], path: str, field_name: str) -> list[ToolRequest]:
    """Return a request for the folder of each topic, in order."""
    titles = {answer.topic: answer.folder for answer in answers}
    return [ToolRequest(f"topic:{topic}", path, {field_name: title}) for topic, title in titles.items()]


def _told(request: ToolRequest) -> dict[str, Any]:
    told: dict[str, Any] = {"key": request.key, "path": request.path, "body": dict(request.body)}
    return {**told, "folder": request.folder} if request.folder else told
