"""Pictures of topics: one for each name that may be written, simple, and named in the guide."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from helpcenter.model.pictures import TopicIcon
from helpcenter.rendering.environment import icon
from helpcenter.rendering.indentation import TEMPLATES
from tests.conftest import ROOT


def test_every_name_has_a_small_picture_and_every_picture_a_name() -> None:
    assert {path.stem for path in (TEMPLATES / "icons" / "topics").glob("*.svg")} == set(TopicIcon)
    for name in TopicIcon:
        drawn = str(icon(f"topics/{name}"))
        assert len(drawn) < 400, name
        assert [one.tag for one in ElementTree.fromstring(drawn)] == ["path"], name


def test_the_guide_names_every_picture() -> None:
    guide = (ROOT / "docs" / "guide.zh.md").read_text(encoding="utf-8")
    line = next(line for line in guide.splitlines() if line.startswith("`icon` 可以写的名字："))
    assert re.findall(r"`([a-z]+)`（", line) == sorted(TopicIcon)
