"""Reads a Mermaid flowchart (``flowchart`` or ``graph``): boxes, arrows with labels, title and description.

What only changes the looks (classes, styles, clicks, subgraphs) is skipped. What is not understood is a finding.
"""

from __future__ import annotations

import re
from html import unescape

from generator.drawing.mermaid import BREAK, SHAPES
from generator.flow_model import Kind
from generator.importing.draft import Draft, Line, Node
from generator.problems import Location, problem

SKIPPED = ("subgraph", "end", "direction", "classDef", "class", "style", "linkStyle", "click", "%%{")
BRACKETS = (
    ("(((", ")))"), ("([", "])"), ("[[", "]]"), ("[(", ")]"), ("((", "))"), ("{{", "}}"), ("[/", "/]"), ("[/", "\\]"),
    ("[\\", "\\]"), ("[\\", "/]"), ("[", "]"), ("(", ")"), ("{", "}"), (">", "]"),
)  # fmt: skip
KINDS = {brackets: Kind(kind) for kind, brackets in SHAPES.items() if kind in list(Kind)}
_HEADER = re.compile(r"\s*(?:flowchart|graph)\b")
_NAME = re.compile(r"(?:\w|[.#/]|-(?![-.>]))+")
_EDGE = re.compile(
    r"\s*(?:[\w.-]+@)?(?:<|[xo](?=-))?"
    r"(?:--+[>xo-]?\s*\|(?P<piped>[^|]*)\||==+[>xo=]?\s*\|(?P<thick>[^|]*)\||-\.+->?\s*\|(?P<dotted>[^|]*)\|"
    r"|--+>|==+>|-\.+->?|--+[xo](?=\s)|---+|===+|~~~+"
    r"|--\s*(?P<spaced>[^-\s](?:(?!--).)*?)\s*--+[>xo-]?|==\s*(?P<bold>[^=\s](?:(?!==).)*?)\s*==+>?"
    r"|-\.\s*(?P<dashed>[^.\s](?:(?!\.-).)*?)\s*\.+->?)\s*"
)
_ENTITY = re.compile(r"#(\w+);")
_COMMENT = re.compile(r"(\w[\w-]*) (\S+)")


def read_mermaid(text: str, file: str) -> Draft:
    """Return what the flowchart in ``text`` says; ``file`` names it in findings."""
    draft = Draft(file)
    _Reader(draft).read(text.lstrip("\ufeff"))
    return draft


class _Reader:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.number = 0
        self.line = ""
        self.position = 0
        self.noted: dict[str, str] = {}

    def read(self, text: str) -> None:
        lines = text.splitlines()
        header = next((number for number, line in enumerate(lines) if _HEADER.match(line)), None)
        if header is None:
            self.draft.problems.append(problem("import-no-chart", Location(self.draft.file)))
            return
        for line in lines[:header]:
            if found := re.match(r"\s*title:\s*(.+?)\s*$", line):
                self.draft.title = found[1].strip("\"'")
        after_header = lines[header].split(";", 1)[1] if ";" in lines[header] else ""
        self.statement(after_header, header + 1)
        for number, line in enumerate(lines[header + 1 :], start=header + 2):
            self.statement(line, number)

    def statement(self, line: str, number: int) -> None:
        self.number, self.line, self.position = number, line, 0
        word = line.split()[0].rstrip(";") if line.split() else ""
        if found := re.match(r"\s*acc(Title|Descr)\s*:\s*(.+?)\s*$", line):
            setattr(self.draft, "title" if found[1] == "Title" else "summary", found[2])
        elif line.lstrip().startswith("%%") and not line.lstrip().startswith("%%{"):
            self.comment(line.lstrip()[2:].strip())
        elif word and not word.startswith("acc") and word not in SKIPPED:
            self.chains()

    def comment(self, text: str) -> None:
        """Take the notes that our own export leaves; other comments mean nothing."""
        noted = dict(_COMMENT.findall(text))
        if "flow" in noted:
            self.draft.id = noted["flow"]
        elif "start" in noted:
            self.draft.start = noted["start"]
        elif found := re.match(r"exit (\S+) (\S+)", text):
            self.draft.nodes[found[1]] = Node(found[1], "", self.location(), elsewhere=found[2])
        elif text.startswith("option "):
            self.noted = {**noted, "when": " ".join(re.findall(r"when (\S+)", text))}

    def chains(self) -> None:
        while not self.ended():
            before = self.position
            sources = self.group()
            while sources and (edge := _EDGE.match(self.line, self.position)):
                at = self.location()
                self.position = edge.end()
                targets = self.group()
                label = next((part for part in edge.groups() if part is not None), "")
                self.draft.lines += [self.arrow(one, other, label, at) for one in sources for other in targets]
                if not targets:
                    self.refuse()
                    return
                sources = targets
            self.noted = {}
            self.skip(r"\s*;?\s*")
            if self.position == before or not sources:
                self.refuse()
                return

    def group(self) -> list[str]:
        names = [self.node()]
        while names[-1] and self.skip(r"\s*&\s*"):
            names.append(self.node())
        return [name for name in names if name]

    def node(self) -> str:
        self.skip(r"\s*")
        found = _NAME.match(self.line, self.position)
        if found is None:
            return ""
        at = self.location()
        self.position = found.end()
        node = self.draft.nodes.setdefault(found[0], Node(found[0], "", at))
        self.shape(node)
        self.skip(r":::[\w-]+")
        return found[0]

    def shape(self, node: Node) -> None:
        for opening, closing in BRACKETS:
            if not self.line.startswith(opening, self.position):
                continue
            quoted = re.compile(r'\s*"([^"]*)"\s*').match(self.line, self.position + len(opening))
            begin = self.position + len(opening)
            end = quoted.end() if quoted else self.line.find(closing, begin)
            if end >= 0 and self.line.startswith(closing, end):
                node.text = _plain(quoted[1] if quoted else self.line[begin:end])
                node.kind = KINDS.get((opening, closing))
                self.position = end + len(closing)
                return
        if found := re.compile(r"@\{(.*?)\}").match(self.line, self.position):
            label = re.search(r'label:\s*"([^"]*)"', found[1])
            node.text = _plain(label[1]) if label else node.text
            self.position = found.end()

    def arrow(self, source: str, target: str, label: str, at: Location) -> Line:
        noted, label = self.noted, label.strip().strip('"')
        if noted:
            label = label.split(BREAK)[0]
        read = re.findall(r"(\S+)=(\S+)", noted.get("when", ""))
        when = tuple((name, tuple(options.split(","))) for name, options in read)
        return Line(
            *(source, target, _plain(label), at, noted.get("option", ""), when),
            *(noted.get("again", ""), noted.get("again-rule", "")),
        )

    def ended(self) -> bool:
        return not self.line[self.position :].strip(" \t;")

    def skip(self, pattern: str) -> bool:
        found = re.compile(pattern).match(self.line, self.position)
        self.position = found.end() if found else self.position
        return found is not None

    def refuse(self) -> None:
        rest = self.line[self.position :].strip()
        text = rest[:60] or self.line.strip()
        self.draft.problems.append(problem("import-not-understood", self.location(), text=text))

    def location(self) -> Location:
        blanks = len(self.line[self.position :]) - len(self.line[self.position :].lstrip())
        return Location(self.draft.file, self.number, self.position + blanks + 1)


def _plain(text: str) -> str:
    """Return a label as one line of plain text: entities decoded, line breaks and Markdown quotes taken out."""
    text = re.sub(r"<br\s*/?>", " ", text.strip().strip("`"))
    decoded = _ENTITY.sub(lambda found: unescape(f"&#{found[1]};" if found[1].isdigit() else f"&{found[1]};"), text)
    return " ".join(decoded.split())
