"""Pages of the content that ships are light, and what they say of platforms weighs little."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copy, copytree
from typing import Any

import pytest
import yaml

from bench.files import page_files
from bench.promises import limit
from bench.weight import weigh
from tests.browser.conftest import build
from tests.browser.test_flow_weight import packed
from tests.conftest import ROOT

LONGEST = "cancel-after-sales"
GROWTH = 1.15
"""What a page may weigh, against the same page that speaks to everybody alike."""


def test_the_longest_article_is_light_with_all_that_it_loads(site: Path) -> None:
    article = weigh(site, page_files(site)[LONGEST])
    assert article.html <= limit("longest-page")
    assert article.html + sum(article.files.values()) <= limit("page-loaded")
    assert 1 + len(article.files) <= limit("page-requests")
    assert article.foreign == ()


def alike(read: Any) -> Any:
    """Return what was read of a file without anything that is for some platforms alone."""
    if isinstance(read, dict):
        named = {"platforms"} if "to" not in read else {"platforms", "platform"}
        return {key: alike(value) for key, value in read.items() if key not in named}
    if isinstance(read, list):
        return [alike(item) for item in read if not (isinstance(item, dict) and "platforms" in item)]
    return re.sub(r"{{ *(\w+)\.\w+ *}}", r"{{ \1 }}", read) if isinstance(read, str) else read


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the same content without platforms."""
    root = tmp_path_factory.mktemp("alike")
    copytree(ROOT / "content", root / "content")
    for name in ("faq.yaml", "mkdocs.yml"):
        copy(ROOT / name, root)
    for name in ("platforms.yaml", "links.lock"):
        (root / "content" / name).unlink()
    for path in [root / "faq.yaml", *(root / "content").rglob("*.yaml")]:
        read = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        kept = yaml.dump(alike(read), allow_unicode=True, sort_keys=False)
        path.write_text(kept, encoding="utf-8")
    return build(root, root / "site")


def test_no_page_grows_much_by_what_it_says_to_each_platform(site: Path, plain: Path) -> None:
    pages = {name: path for name, path in page_files(site).items() if "hc-platforms" in path.read_text("utf-8")}
    growth = {name: packed(path.read_bytes()) / packed(page_files(plain)[name].read_bytes()) for name, path in pages.items()}
    assert len(growth) >= 10
    assert {name: share for name, share in growth.items() if share > GROWTH} == {}
    assert max(growth.values()) > 1.01
