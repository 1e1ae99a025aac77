"""Whatever is saved, deleted, renamed or broken, the preview tells the state that the files have, and never dies."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

from helpcenter.host.live import LiveSite
from tests.making import BASE, article, faq_entry, write

from .asking import ask
from .live import serving

SAVES = int(os.environ.get("HELPCENTER_SAVES", "25"))
"""How many saves are tried; a long run is asked for by this variable."""
ARTICLE, FAQ, TOPICS, SETTINGS = "content/articles/reapply.yaml", "faq.yaml", "content/topics.yaml", "mkdocs.yml"


def save(root: Path, number: int, chance: random.Random) -> None:
    """Do to the project what writers, editors and git do to it."""
    path = root / chance.choice([ARTICLE, FAQ, TOPICS, SETTINGS, "faq/more.yaml"])
    whole: dict[str, Callable[[], object]] = {
        "text": lambda: write(root, {ARTICLE: article(title=f"第{number}次")}),
        "broken": lambda: path.write_bytes(chance.choice([b"", b"- [", b"\xff\xfe", b"a: b: c", b"x" * 99])),
        "gone": lambda: path.unlink(missing_ok=True),
        "folder": lambda: write(root, {"faq/more.yaml": faq_entry("more", question=f"第{number}问？")}),
        "no-folder": lambda: (root / "content").exists() and (root / "content").rename(root / f"aside-{number}-{chance.random()}"),
    }
    if not path.parent.exists():
        return
    whole[chance.choice(list(whole))]()


def restore(root: Path, title: str) -> None:
    """Bring everything back, as a checkout does."""
    (root / "faq" / "more.yaml").unlink(missing_ok=True)
    write(root, {**BASE, ARTICLE: article(title=title)})


def test_after_any_saves_the_preview_shows_what_the_files_hold(tmp_path: Path) -> None:
    root, chance = tmp_path / "project", random.Random(12)
    write(root, BASE)
    with serving(LiveSite(root)) as port:
        for number in range(SAVES):
            for _ in range(chance.randrange(4)):
                save(root, number, chance)
                time.sleep(chance.choice([0, 0, 0.01, 0.05]))
            assert ask(port, "/reapply/").status in (200, 404, 503)
            restore(root, f"标题{number}")
            end = time.monotonic() + 10
            while f"标题{number}</h1>" not in ask(port, "/reapply/").text:
                assert time.monotonic() < end, f"save {number} is not seen"
                time.sleep(0.01)
