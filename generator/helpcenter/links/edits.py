"""Which files a change of an id touches, and writing them all or none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpcenter.addresses import part_ids
from helpcenter.links.renaming import Renaming, applied, renamed_nodes, renamed_page, renamed_text
from helpcenter.model.flows import Flow
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded, Origin
from helpcenter.sources.yaml.spans import Spans
from helpcenter.whole_file import write_whole

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """A file before and after, with where it is after; nothing ``before`` for one that is new."""

    path: Path
    before: bytes | None
    after: bytes
    to: Path


def renaming_edits(change: Renaming, project: Project, loaded: Loaded) -> list[Edit]:
    """Return the files that say the old id, changed. It is that of an entry, of a topic, or of a part."""
    origin = loaded.origins[change.page]
    found = []
    for path, is_page in _files(project, loaded):
        own = path == origin.source.path
        before = path.read_bytes()
        text = before.decode("utf-8")
        mark, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
        after = renamed_page(text, change) if is_page else _renamed(text, change, loaded, origin if own else None, path)
        to = path
        if own and not change.part and path.stem == change.old:
            to = path.with_name(f"{change.new}{path.suffix}")
        if after != text or to != path:
            found.append(Edit(path, before, (mark + after).encode(), to))
    return found


def retiring_edit(entry_id: str, see: str, loaded: Loaded) -> Edit:
    """Return the file of an entry with the status ``retired``, which ``see`` replaces."""
    origin = loaded.origins[entry_id]
    path = origin.source.path
    before = path.read_bytes()
    text = before.decode("utf-8")
    spans = Spans(text.removeprefix(_BOM))
    shift = len(text) - len(spans.text)
    edits: dict[tuple[int, int], str] = {}
    missing = []
    for field, value in (("status", "retired"), ("see", see)):
        at = spans.of((*origin.steps, field))
        if at == spans.of(origin.steps) or not _has(origin, field):
            missing.append(f"{field}: {value}")
        else:
            edits[at] = value
    if missing:
        start, end = spans.of((*origin.steps, "id"))
        edits[end, end] = _beside(spans.text, start, missing)
    after = text[:shift] + applied(spans.text, edits)
    return Edit(path, before, after.encode(), path)


def write_edits(edits: list[Edit]) -> None:
    """Write all ``edits``; when one fails, none is left. Raises OSError."""
    done: list[Edit] = []
    try:
        for edit in edits:
            done.append(edit)
            if edit.to != edit.path and os.path.lexists(edit.to):
                raise FileExistsError(17, os.strerror(17), str(edit.to))
            write_whole(edit.path, edit.after)
            if edit.to != edit.path:
                edit.path.rename(edit.to)
    except OSError:
        undo(done)
        raise


def undo(edits: list[Edit]) -> None:
    """Put back what stood there before ``edits``."""
    for edit in reversed(edits):
        if edit.to != edit.path and edit.to.read_bytes() == edit.after and not edit.path.exists():
            edit.to.rename(edit.path)
        if edit.before is None:
            edit.path.unlink(missing_ok=True)
        else:
            write_whole(edit.path, edit.before)


def _renamed(text: str, change: Renaming, loaded: Loaded, origin: Origin | None, path: Path) -> str:
    flow = loaded.center.flows.get(path.stem) if path.parent.name == "flows" else None
    if origin is not None and change.part:
        return _renamed_part(text, change, loaded, origin)
    at = None if origin is None else Spans(text).of((*origin.steps, "id"))
    keeps = flow is not None and change.old in {node for _, node in part_ids(flow)}
    return renamed_text(text, change, at, keeps=keeps)


def _renamed_part(text: str, change: Renaming, loaded: Loaded, origin: Origin) -> str:
    entry = loaded.center.entry(change.page)
    assert entry is not None, "whoever calls has looked"
    steps = next(steps for steps, part in part_ids(entry) if part == change.part)
    if isinstance(entry, Flow):
        return renamed_nodes(text, change, steps)
    return renamed_text(text, change, Spans(text).of((*origin.steps, *steps)))


def _files(project: Project, loaded: Loaded) -> Iterator[tuple[Path, bool]]:
    seen = {origin.source.path for name, origin in loaded.origins.items() if not name.startswith("inbound ")}
    yield from ((path, False) for path in sorted(seen))
    yield from ((project.content / name, True) for name in sorted(loaded.pages))


def _has(origin: Origin, field: str) -> bool:
    data = origin.source.data
    for step in origin.steps:
        data = data[step]
    return isinstance(data, Mapping) and field in data


def _beside(text: str, start: int, fields: list[str]) -> str:
    """Return ``fields`` as they are written behind the id whose value begins at ``start``."""
    line = text.rfind("\n", 0, start) + 1
    key = text.rfind("id", line, start)
    if "{" in text[line:start]:
        return "".join(f", {field}" for field in fields)
    end = "\r\n" if "\r\n" in text else "\n"
    return "".join(f"{end}{' ' * (key - line)}{field}" for field in fields)
