"""The frame of a page is rendered once and only joined with each page."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.host.frame import BODY, HEAD, MENU_TOPICS, Frame, frame, theme_globals
from helpcenter.pages import Page
from tests.making import built


def page(head: str, body: str) -> Page:
    return Page("x/", "标题", head, body)


def test_a_page_is_put_between_the_pieces_of_the_frame() -> None:
    made = frame(lambda head, body: f"<head>{head}</head><body>{body}</body>")
    assert made == Frame("<head>", "</head><body>", "</body>")
    assert made.around(page("标题", "正文")) == "<head>标题</head><body>正文</body>"


def test_the_frame_is_rendered_once() -> None:
    calls = []

    def render(head: str, body: str) -> str:
        calls.append((head, body))
        return head + body

    made = frame(render)
    assert [made.around(page(str(number), "x")) for number in range(3)] == ["0x", "1x", "2x"]
    assert calls == [(HEAD, BODY)]


def test_nothing_in_a_page_is_taken_for_a_mark() -> None:
    made = frame(lambda head, body: f"a{head}b{body}c")
    assert made.around(page(HEAD, BODY)) == f"a{HEAD}b{BODY}c"


@pytest.mark.parametrize("template", ["{head}", "{body}", "{head}{head}{body}", "{head}{body}{body}"])
def test_a_theme_that_loses_or_doubles_a_piece_is_noticed(template: str) -> None:
    with pytest.raises(ValueError, match="unpack"):
        frame(lambda head, body: template.format(head=head, body=body))


def test_the_menu_does_not_grow_with_the_site(tmp_path: Path) -> None:
    topics = "".join(f"- {{id: topic-{number:02}, title: 主题, summary: 摘要。}}\n" for number in range(30))
    files = {"content/topics.yaml": topics, "faq.yaml": "[]\n", "content/articles/reapply.yaml": None}
    named = theme_globals(built(tmp_path, files).book, [], "").topics
    assert [topic.id for topic in named] == [f"topic-{number:02}" for number in range(MENU_TOPICS)]
    assert MENU_TOPICS <= 12
