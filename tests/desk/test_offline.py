"""Which files of the site for staff a browser keeps, and by what it tells them apart."""

from __future__ import annotations

import json

import pytest

from helpcenter.desk.offline import WORKER, is_kept, worker


def listed(digests: dict[str, str]) -> dict[str, str]:
    first, _, rest = worker(digests).decode().partition("\n")
    assert "addEventListener" in rest
    found: dict[str, str] = json.loads(first.removeprefix("self.helpcenterFiles = ").removesuffix(";"))
    return found


def test_a_page_is_kept_at_the_address_of_its_folder() -> None:
    files = {"index.html": "a", "desk/index.html": "b", "images/单 1.png": "c", "my-index.html": "d"}
    assert listed(files) == {"./": "a", "desk/": "b", "images/%E5%8D%95%201.png": "c", "my-index.html": "d"}


@pytest.mark.parametrize("path", [WORKER, "404.html", "_redirects", "redirects.map", "sitemap.xml.gz", "feed.xml"])
def test_what_only_hosts_and_crawlers_read_is_not_kept(path: str) -> None:
    assert not is_kept(path)


def test_what_a_name_says_of_javascript_stays_a_name() -> None:
    assert list(listed({'a"};alert(1);//b.txt': "a"})) == ["a%22%7D%3Balert%281%29%3B//b.txt"]


def test_the_worker_is_another_when_a_file_is_another() -> None:
    files = {"a/index.html": "1", "b/index.html": "2"}
    assert worker(files) == worker(dict(reversed(files.items())))
    assert worker(files) != worker({**files, "b/index.html": "3"})
    assert worker(files) != worker({"a/index.html": "1"})
