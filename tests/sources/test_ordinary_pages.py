"""Ordinary pages: what of the file is shown, where its links lead, and that nothing in it can run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpcenter.addresses import Addresses
from helpcenter.model.help_center import HelpCenter
from helpcenter.sources.ordinary_pages import ordinary, path_of
from helpcenter.texts.images import unknown_size
from helpcenter.texts.ordinary_texts import OrdinaryText, typeset_pages
from helpcenter.texts.reference import Reference
from helpcenter.texts.typesetting import Typesetter
from tests.making import Files, built, codes, faq_entry, page, places, prepared
from tests.reading import Node, tree
from tests.texts.test_typesetting import ALLOWED, HOSTILE, IMAGE, REAPPLY, VALUES

PATHS = [
    ("about.md", "about/"), ("guide/a.md", "guide/a/"), ("guide/index.md", "guide/"), ("guide/README.md", "guide/"), ("关于.md", "%E5%85%B3%E4%BA%8E/"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "path"), PATHS)
def test_a_page_stands_where_its_file_says(name: str, path: str) -> None:
    assert path_of(name) == path


def typeset(**texts: str) -> list[OrdinaryText]:
    pages = [ordinary(f"{name.replace('_', '/')}.md", name, text) for name, text in texts.items()]
    center = HelpCenter((), {"reapply": REAPPLY}, {}, {}, None, VALUES, {}, pages=frozenset(page.id for page in pages))
    typesetter = Typesetter(Reference(VALUES, Addresses(center, {page.id: page.anchors for page in pages}), unknown_size))
    return list(typeset_pages(pages, typesetter, {"forms/a.pdf"}))


def test_front_matter_and_comments_are_not_shown() -> None:
    (found,) = typeset(about="---\ntitle: '等 {{ hours }}'\ndescription: 说明\ndraft: true\n---\n甲<!-- 密\n码 -->乙\n\n```\n<!-- 代码 -->\n```\n")
    assert (found.title, found.description, found.page.is_draft) == ("等 48 小时", "说明", True)
    assert "密" not in found.rendered.html
    assert "码 --&gt;" not in found.rendered.html.replace("代码 --&gt;", "")
    assert "&lt;!-- 代码 --&gt;" in found.rendered.html


def test_the_title_is_that_of_the_first_heading_else_of_the_file() -> None:
    assert [found.title for found in typeset(a="## 二\n# 一\n", b="甲")] == ["一", "b"]


LINKS = [
    ("reapply", "../../reapply/"), ("reapply#open-order", "../../reapply/#open-order"), ("../reapply.md", "../../reapply/"), ("../about.md", "../../about/"),
    ("../about.md#甲", "../../about/#%E7%94%B2"), ("#乙", "../../guide/a/#%E4%B9%99"), ("../forms/a.pdf", "../../forms/a.pdf"),
    ("questions", "../../questions/"), ("../../reapply/", "../../reapply/"), ("../../about/#甲", "../../about/#%E7%94%B2"), ("https://a.example/", "https://a.example/"), ("mailto:a@b.example", "mailto:a@b.example"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "href"), LINKS)
def test_links_lead_to_ids_pages_and_files_beside_the_page(target: str, href: str) -> None:
    found = typeset(about="# 甲", guide_a=f"# 乙\n\n[去]({target})")[1].rendered
    assert (tree(found.html).one("a").attributes["href"], found.faults) == (href, ())


DEAD = [
    ("reaply", "unknown-link"), ("no.md", "unknown-link"), ("../reapply.md#nix", "unknown-part"), ("reapply.md", "unknown-link"), ("#nix", "unknown-part"), ("../forms/b.pdf", "unknown-link"),
    ("javascript:x", "link-refused"), ("/etc", "link-refused"), ("//evil.example", "link-refused"), ("data:text/html,x", "link-refused"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "code"), DEAD)
def test_dead_and_dangerous_links_are_found(target: str, code: str) -> None:
    found = typeset(guide_a=f"[去]({target})")[0].rendered
    assert [fault.code for fault in found.faults] == [code]
    assert tree(found.html).all("a") == []


def test_pictures_are_those_of_the_project_only() -> None:
    found = typeset(guide_a="![订单页](../images/a.png) ![订单页外](https://evil.example/a.png) ![订单页外](//evil.example/a.png) ![订单页坏](../../a.png)")[0].rendered
    assert found.images == ("images/a.png",)
    assert [image.attributes["src"] for image in tree(found.html).all("img")] == ["../../images/a.png", "", ""]
    assert sorted(fault.code for fault in found.faults) == ["bad-image-path", "bad-image-path", "link-refused"]


def test_headings_keep_their_anchors_and_the_first_of_two_wins() -> None:
    html = typeset(about="# 关于\n\n## 快速开始\n\n## 选 {#start}\n\n## 快速开始\n")[0].rendered.html
    assert html == '<h1 id="关于">关于</h1>\n<h2 id="快速开始">快速开始</h2>\n<h2 id="start">选</h2>\n<h2>快速开始</h2>\n'


HEADINGS = {f"h{level}": {"id"} for level in range(1, 7)}


def harmless(node: Node) -> bool:
    allowed = {**ALLOWED, **HEADINGS, "hr": set[str]()}
    href = node.attributes.get("href", "https:")
    return (
        node.tag in allowed
        and node.attributes.keys() <= allowed[node.tag]
        and href.startswith(("https:", "http:", "mailto:", "tel:", "../"))
        and IMAGE.match(node.attributes.get("src", "")) is not None
    )


MORE = ["# <b>", "\n## 甲 {#a\"b}", "\n# 甲 {#x}", "\n---\n", "[x](a.md)", "[x](../../../etc)", "![x](//e.example/a.png)", "<!-- ", " -->", "[x](#\"a)"]


@settings(max_examples=400)
@given(source=st.lists(st.one_of(st.sampled_from([*HOSTILE, *MORE]), st.text(max_size=6)), max_size=8).map("".join))
def test_nothing_on_an_ordinary_page_can_run(source: str) -> None:
    assert [node for node in tree(typeset(about=source)[0].rendered.html).walk() if not harmless(node)] == []


def test_places_count_what_is_not_shown(tmp_path: Path) -> None:
    text = "---\ntitle: 关于\n---\n# 关于\n\n甲 <!-- 密 --> [去](reaply)\n\n## 一\n\n## 一\n"
    assert places(prepared(tmp_path, {"content/about.md": text})) == [
        ("unknown-link", "content/about.md", 6, 18),
        ("duplicate-part-id", "content/about.md", 10, 1),
    ]


def test_drafts_stay_at_home_and_the_preview_marks_them(tmp_path: Path) -> None:
    files: Files = {"content/draft.md": "---\ndraft: true\n---\n# 草\n\n![订单页](images/a.png)\n", "content/images/a.png": PNG}
    found = prepared(tmp_path / "a", files)
    assert (codes(found), found.public & files.keys()) == ([], frozenset())
    assert "draft/" not in {made.path for made in built(tmp_path / "b", files).pages}
    assert "hc-banner" in page(built(tmp_path / "c", files, drafts=True), "draft/").body


def test_a_link_to_a_draft_page_is_found(tmp_path: Path) -> None:
    files = {"content/draft.md": "---\ndraft: true\n---\n草", "content/about.md": "[去](draft)", "faq.yaml": faq_entry(answer="看[去](draft)")}
    assert codes(prepared(tmp_path, files)) == ["refers-to-draft", "refers-to-draft"]


def test_texts_link_to_headings_of_pages(tmp_path: Path) -> None:
    files = {"content/about.md": "# 关于\n\n## 怎么找到真人\n", "faq.yaml": faq_entry(answer="看[去](about#怎么找到真人)，[错](about#怎么找真人)")}
    found = prepared(tmp_path, files)
    assert [(problem.code, problem.details["guess"]) for problem in found.problems] == [("unknown-part", "about#怎么找到真人")]


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082".replace(" ", "")
)
