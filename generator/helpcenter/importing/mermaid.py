"""Reads a Mermaid flowchart (``flowchart`` or ``graph``): boxes, arrows with labels, title and description.

What only changes the looks (classes, styles, clicks, subgraphs, links that are not drawn) is skipped. What is not
understood is a finding.
"""

from __future__ import annotations

import re

from helpcenter.drawing.diagram import QUESTION
from helpcenter.drawing.mermaid import BREAK, NOTE, SHAPES
from helpcenter.importing.draft import ChartArrow, ChartNode, Draft
from helpcenter.importing.plain import label as plain
from helpcenter.importing.plain import one_line
from helpcenter.model.flows import OutcomeKind
from helpcenter.problems import Location, problem
from helpcenter.sources.source_text import Places

BRACKETS = (
    ("(((", ")))"), ("([", "])"), ("[[", "]]"), ("[(", ")]"), ("((", "))"), ("{{", "}}"), ("[/", "/]"), ("[/", "\\]"),
    ("[\\", "\\]"), ("[\\", "/]"), ("[", "]"), ("(", ")"), ("{", "}"), (">", "]"),
)  # fmt: skip
KINDS = {brackets: OutcomeKind(kind) for kind, brackets in SHAPES.items() if kind in list(OutcomeKind)}
_KEPT_LINES = re.compile(r"[^\n]")
_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n[ \t]*---[ \t]*(?=\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_DIRECTIVE = re.compile(r"%%\{(?:(?!%%\{).)*?\}%%", re.DOTALL)
_HEADER = re.compile(
    r"^[ \t]*(?:flowchart|graph)(?:-elk)?(?=[\s;]|\Z)(?:[ \t]+(?:T[BD]|BT|RL|LR|[<>^v])(?=[\s;]|\Z))?", re.MULTILINE
)
_GAP = re.compile(r"[\s;]*")
_BLANKS = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"%%[^\n]*")
_SAID = re.compile(r"acc(Title|Descr)[ \t]*(?::[ \t]*([^\n]*)|\{([^}]*)\})")
_LOOKS = re.compile(
    r"(?:end(?=[ \t]*(?:[\n;]|%%|\Z))|```|(?:subgraph|direction|classDef|class|style|linkStyle|click)(?=[\s;]|\Z)"
    r"(?![ \t]*(?:--|==|-\.)))(?:\"[^\"\n]*\"|\[[^\]\n]*\]|[^\n;\"])*"
)
_ATTRIBUTES = r"@\{((?:\"[^\"]*\"|[^}\"])*)\}"
_EDGE_ATTRIBUTES = re.compile(r"([\w.-]+)" + _ATTRIBUTES)
_NODE_ATTRIBUTES = re.compile(_ATTRIBUTES)
_LABEL = re.compile(r"\blabel:\s*(?:\"([^\"]*)\"|'([^'\n]*)'|([^,}\n]+))")
_CLASS = re.compile(r":::(?:\w|-(?!-))+")
_AND = re.compile(r"[ \t]*&[ \t]*")
_NAME = re.compile(r"(?:\w|[./#]|-(?![-.>]))+")
_LINK = re.compile(
    r"[ \t]*(?:(?P<id>\w[\w.-]*)@)?[xo<]?(?:(?P<whole>--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)|(?P<hidden>~~~+)"
    r"|(?P<open>--|==|-\.))"
)
_PIPED = re.compile(r"[ \t]*\|(?:[ \t]*\"([^\"]*)\"[ \t]*|([^|\n]*))\|")
_REST = {
    opening: re.compile(rf"(?:[ \t]*\"([^\"]*)\"[ \t]*|([^\n]*?)){closing}")
    for opening, closing in {"--": r"--+[-xo>]", "==": r"==+[=xo>]", "-.": r"\.+-[xo>]?"}.items()
}
_QUOTED = re.compile(r"\s*\"([^\"]*)\"\s*")


def read_mermaid(text: str, file: str) -> Draft:
    """Return what the flowchart in ``text`` says; ``file`` names it in findings."""
    draft = Draft(file)
    _ChartReader(draft, text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")).read()
    return draft


class _ChartReader:
    def __init__(self, draft: Draft, text: str) -> None:
        self.draft = draft
        self.text = _DIRECTIVE.sub(_blanked, text)
        self.places = Places(text)
        self.position = 0
        self.noted: dict[str, str] = {}
        self.links: set[str] = set()

    def read(self) -> None:
        if front := self.take(_FRONT):
            title = _TITLE.search(front[1])
            self.draft.title = one_line(title[1].strip("\"'")) if title else ""
        header = _HEADER.search(self.text, self.position)
        if header is None:
            self.draft.problems.append(problem("import-no-chart", Location(self.draft.file)))
            return
        self.position = header.end()
        self.take(_GAP)
        while self.position < len(self.text):
            self.statement()
            self.take(_GAP)

    def statement(self) -> None:
        if found := self.take(_COMMENT):
            if found[0].startswith(NOTE):
                self.note(found[0].removeprefix(NOTE).split())
        elif found := self.take(_SAID):
            name = "title" if found[1] == "Title" else "summary"
            setattr(self.draft, name, one_line(found[2] or found[3] or ""))
        elif (found := _EDGE_ATTRIBUTES.match(self.text, self.position)) and found[1] in self.links:
            self.position = found.end()
        elif not self.take(_LOOKS):
            self.chain()

    def note(self, words: list[str]) -> None:
        """Take what our own export leaves in comments."""
        name, *rest = words or [""]
        if name in ("flow", "start") and rest:
            setattr(self.draft, "id" if name == "flow" else "start", rest[0])
        elif name in ("id", "exit") and len(rest) == 2:
            node = ChartNode(rest[0], rest[0], self.location(), id=rest[1], outside=name == "exit")
            self.draft.nodes.setdefault(rest[0], node)
        elif name in ("option", "way", "not-solved"):
            pairs = words if name != "not-solved" else [name, "", *rest]
            self.noted = dict(zip(pairs[::2], pairs[1::2], strict=False))
            whens = (value for key, value in zip(pairs[::2], pairs[1::2], strict=False) if key == "when")
            self.noted["when"] = " ".join(whens)

    def chain(self) -> None:
        """Take one statement: groups of boxes with arrows between them."""
        sources = self.group()
        fine = bool(sources)
        while fine and (link := self.take(_LINK)):
            at = self.location(link.start())
            label = self.label(link)
            targets = self.group() if label is not None else []
            fine = bool(targets)
            self.links |= {link["id"]} if link["id"] else set()
            if label is not None and not link["hidden"]:
                self.draft.lines += [self.line(one, other, label, at) for one in sources for other in targets]
            sources = targets
        self.noted = {}
        self.take(_BLANKS)
        ended = self.position == len(self.text) or self.text.startswith(("\n", ";", "%%"), self.position)
        if not (fine and ended):
            self.refuse()

    def label(self, link: re.Match[str]) -> str | None:
        """Return the text of an arrow whose beginning was taken; None when its end is missing."""
        found = self.take(_REST[link["open"]] if link["open"] else _PIPED)
        if found is None:
            return None if link["open"] or self.text.startswith("|", self.position) else ""
        return found[2] if found[1] is None else found[1]

    def group(self) -> list[str]:
        """Take the names of boxes with ``&`` between them; nothing when one is missing."""
        names = [self.node()]
        while names[-1] and self.take(_AND):
            names.append(self.node())
        return names if names[-1] else []

    def node(self) -> str:
        self.take(_BLANKS)
        at = self.location()
        found = self.take(_NAME)
        if found is None:
            return ""
        node = self.draft.nodes.setdefault(found[0], ChartNode(found[0], one_line(found[0]), at))
        self.shape(node)
        self.take(_CLASS)
        return found[0]

    def shape(self, node: ChartNode) -> None:
        """Take brackets with a text, if they follow; of those that begin alike, the pair that closes first."""
        if found := self.take(_NODE_ATTRIBUTES):
            label = _LABEL.search(found[1])
            node.text = (plain(label[1] or label[2] or label[3] or "") if label else "") or node.text
            return
        for opening in dict.fromkeys(opening for opening, _ in BRACKETS):
            if self.text.startswith(opening, self.position) and self.bracketed(node, opening):
                return

    def bracketed(self, node: ChartNode, opening: str) -> bool:
        begin = self.position + len(opening)
        quoted = _QUOTED.match(self.text, begin)
        closings = [closing for one, closing in BRACKETS if one == opening]
        if quoted and (closing := next((one for one in closings if self.text.startswith(one, quoted.end())), "")):
            text, end = quoted[1], quoted.end() + len(closing)
        else:
            stop = self.text.find("\n", begin)
            line = self.text[begin : stop if stop >= 0 else len(self.text)]
            ends = [(line.find(one), one) for one in closings if one in line]
            if not ends or (opening[0] == "[" and "]" in line[: min(ends)[0]]):
                return False
            (stop, closing) = min(ends)
            text, end = line[:stop], begin + stop + len(closing)
        node.text = plain(text) or node.text
        node.kind = KINDS.get((opening, closing))
        node.asks = (opening, closing) == SHAPES[QUESTION]
        self.position = end
        return True

    def line(self, source: str, target: str, label: str, at: Location) -> ChartArrow:
        noted, label = self.noted, label.strip()
        label = label.split(BREAK)[0] if noted else label
        read = re.findall(r"(\S+?)=(\S+)", noted.get("when", ""))
        when = tuple((name, tuple(options.split(","))) for name, options in read)
        way = noted.get("way", "")
        self.draft.nodes[source].does |= bool(way)
        return ChartArrow(
            *(source, target, plain(label), at, noted.get("option", way), when),
            *(noted.get("again", ""), noted.get("again-rule", ""), "not-solved" in noted),
        )

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Move behind what ``pattern`` matches here, if it does."""
        found = pattern.match(self.text, self.position)
        self.position = found.end() if found else self.position
        return found

    def refuse(self) -> None:
        stop = self.text.find("\n", self.position)
        stop = stop if stop >= 0 else len(self.text)
        text = one_line(self.text[self.position : stop])
        if not text:
            text = one_line(self.text[self.text.rfind("\n", 0, self.position) + 1 : stop])
        self.draft.problems.append(problem("import-not-understood", self.location(), text=text[:60]))
        self.position = stop

    def location(self, position: int | None = None) -> Location:
        position = self.position if position is None else position
        blanks = _BLANKS.match(self.text, position)
        return Location(self.draft.file, *self.places.at(blanks.end() if blanks else position))


def _blanked(found: re.Match[str]) -> str:
    return _KEPT_LINES.sub(" ", found[0])
