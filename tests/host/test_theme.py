"""What stands around a page: the menu stays small, and a page of another plugin gets it too."""

from __future__ import annotations

import re
from pathlib import Path

from helpcenter.host.theme import MENU_TOPICS, theme_globals
from tests.making import built


def test_the_menu_does_not_grow_with_the_site(tmp_path: Path) -> None:
    topics = "".join(f"- {{id: topic-{number:02}, title: 主题, summary: 摘要。}}\n" for number in range(30))
    files = {"content/topics.yaml": topics, "faq.yaml": "[]\n", "content/articles/reapply.yaml": None}
    made = built(tmp_path, files)
    header = theme_globals(made.book, made.layout, []).header("../", True, True)
    assert re.findall(r'"\.\./(topic-\d\d)/"', header) == [f"topic-{number:02}" for number in range(MENU_TOPICS)]
    assert MENU_TOPICS <= 12
