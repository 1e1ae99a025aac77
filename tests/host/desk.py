"""A help center of every kind of file as data, which random edits change, and the disk on which it is saved."""

from __future__ import annotations

import copy
import json
import os
import shutil
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.making import AUDIENCES, FAQ, FLOW, STATES, TOPICS, VALUES, article, faq_entry

CONTENT = "content/"
FOLDER, LOOP = "a folder", "a link to itself"
"""What may stand in a file's place that cannot be read, whoever asks."""
SAVED = bytes | str
EPOCH = 1_795_435_200
"""The first day on which the help center is read, noon of 2026-11-23, in seconds."""
DAY = 86_400


def typed(text: str) -> Any:
    """Return the data of YAML ``text``, all of it as typed."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def png(width: int, height: int) -> bytes:
    """Return a picture of one colour, as far as its size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def page(heading: str, text: str, **front: str) -> str:
    """Return an ordinary page."""
    settings = "".join(f"{name}: {value}\n" for name, value in front.items())
    return (f"---\n{settings}---\n" if front else "") + f"# {heading}\n\n{text}\n"


def _articles() -> dict[str, Any]:
    steps = [
        {"id": "open-order", "title": "打开订单", "text": "进入[退款进度](progress#wait)页，{{ merchant_hours }}内有结果。"},
        {"id": "tap-apply", "title": "点申请", "image": {"src": "images/step.png", "alt": "申请按钮在右下角"}},
    ]
    first = typed(article("reapply", summary="撤销后还想退款时怎么做。", related="[progress]", questions="[can-withdraw]"))
    second = typed(article("progress", title="退款进度", contact="platform"))
    waiting = [{"id": "wait", "title": "等待", "text": "请等 {{ days }}。"}]
    return {
        "content/articles/reapply.yaml": first | {"steps": steps},
        "content/articles/progress.yaml": second | {"sections": waiting, "intro": "先看[怎么重新申请](reapply#open-order)。"},
    }


def project() -> dict[str, Any]:
    """Return a small help center that has one of everything."""
    own = "platforms: {harbour: {text: 5 天, source: 海港规则页, checked: 2026-11}}"
    more = f"  days: {{text: 3 天, source: 平台规则页, checked: 2026-10, note: 从付款算起, {own}}}\n"
    values = typed(VALUES.replace("contacts:\n", more + "contacts:\n  shop: {label: 商家, phone: 400-800-1234}\n"))
    flow = typed(FLOW)
    money = faq_entry("when-money", topic="money", question="钱什么时候到？", answer="'{{ days }}内，见[进度](progress)。'")
    causes = [{"id": "closed", "cause": "单子关了", "fix": "[重新申请](reapply)。"}]
    config = {"site_name": "小小帮助中心", "site_url": "https://help.example.com/", "docs_dir": "content"}
    return {
        "mkdocs.yml": config
        | {"theme": {"name": "material", "language": "zh"}, "plugins": ["helpcenter"], "extra_css": ["extra.css"]},
        "content/topics.yaml": typed(TOPICS + "- {id: money, title: 钱, summary: 钱去哪儿了。, first: [when-money]}\n"),
        "content/values.yaml": values,
        "content/states.yaml": typed(STATES),
        "content/audiences.yaml": typed(AUDIENCES),
        "content/platforms.yaml": typed("[{id: harbour, label: 海港商城, aliases: [海港]}, {id: valley, label: 山谷集市}]"),
        "content/home.yaml": typed("{title: 帮助中心, lead: '{{ days }}内到账。', popular: [reapply, when-money], contact: platform}"),
        "content/synonyms.yaml": typed("groups: [[商家, 卖家], [退款, 退钱]]"),
        "content/search_tests.yaml": typed("[{query: 重新申请, expect: reapply}, {query: 到账, expect: when-money}]"),
        "content/words.yaml": typed("{page: {home: 主页}}"),
        **_articles(),
        "content/flows/why-not.yaml": flow,
        "faq.yaml": [*typed(FAQ), typed(faq_entry("partial", question="能退一部分吗？", related="[can-withdraw]"))[0]],
        "faq/money.yaml": [typed(money)[0] | {"causes": causes}],
        "content/about.md": page("关于", "见[退货](guides/returns.md)和[进度](progress)。\n\n## 联系\n\n{{ merchant_hours }}内回复。"),
        "content/guides/returns.md": page("退货", "![步骤](../images/step.png)\n\n## 寄回\n\n[关于](../about.md#联系)", title="怎么退货"),
        "content/images/step.png": png(300, 200),
        "content/images/map.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>',
        "content/extra.css": "body { color: #123; }\n",
    }  # fmt: skip


@dataclass
class Desk:
    """What a writer has before them: files as data, and what is wrong with some of them on the disk."""

    files: dict[str, Any] = field(default_factory=project)
    faults: dict[str, SAVED] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    """Folders that somebody took away."""
    folder: str = CONTENT
    day: int = 0

    def copy(self) -> Desk:
        """Return the same for others to change."""
        return copy.deepcopy(self)

    def saved(self) -> dict[str, SAVED]:
        """Return what stands on the disk, by name."""
        names = sorted(name for name in self.files if not name.startswith(tuple(self.hidden)))
        return {self._place(name): self.faults.get(name, self.text(name)) for name in names}

    def text(self, name: str) -> bytes:
        """Return the bytes of a file that is right."""
        held = self.files[name]
        if isinstance(held, bytes):
            return held
        text = held if isinstance(held, str) else json.dumps(held, ensure_ascii=False, indent=1)
        return text.encode()

    def _place(self, name: str) -> str:
        return self.folder + name.removeprefix(CONTENT) if name.startswith(CONTENT) else name

    def entries(self) -> Iterator[tuple[str, Any]]:
        """Yield each article, FAQ entry and flow with the name of its file."""
        for name, held in self.files.items():
            if name.startswith(("content/articles/", "content/flows/")):
                yield name, held
            elif name.startswith("faq"):
                yield from ((name, entry) for entry in held)


class Disk:
    """The folder of a project, where only what is another is written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._last: dict[str, SAVED] = {}

    def save(self, wanted: dict[str, SAVED]) -> None:
        """Make the folder hold what is ``wanted``."""
        for name in self._last.keys() - wanted.keys():
            self._remove(self.root / name)
        for name, content in wanted.items():
            if self._last.get(name) != content:
                self._write(self.root / name, content)
        self._last = dict(wanted)

    def _write(self, path: Path, content: SAVED) -> None:
        if path.is_symlink() or path.is_dir():
            self._remove(path)
        if not isinstance(content, bytes):
            self._remove(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif content == FOLDER:
            path.mkdir()
        else:
            path.symlink_to(path.name)

    def _remove(self, path: Path) -> None:
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
        folder = path.parent
        while folder != self.root and folder.is_dir() and not os.listdir(folder):  # noqa: PTH208
            folder.rmdir()
            folder = folder.parent

    def clear(self) -> None:
        """Take away all but what the program keeps for itself."""
        for path in self.root.iterdir():
            if path.name != ".cache":
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        self._last = {}
