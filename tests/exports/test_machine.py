"""What a public site tells programs is what its pages tell readers."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from helpcenter.exports.answers import answers_of
from helpcenter.exports.machine import machine_files
from helpcenter.exports.markdown import markdown
from helpcenter.host.running import checked, sound, write_site
from helpcenter.memory import FORGETFUL, Memory
from tests.exports.reading import words_of
from tests.making import BASE, FAQ, FLOW, FLOW_FILES, article, built, faq_entry, write

SECRET = "秘密哨兵"
FILES = {
    **FLOW_FILES,
    "content/flows/why-not.yaml": FLOW.replace("{title: 问客服,", f"{{title: 问客服, staff: {SECRET},"),
    "content/articles/reapply.yaml": article(
        intro='"**先看** `状态` *_[别]* 1 < 2 & 3，再看[规则](https://a.example.com/x_y)。"',
        steps="[{id: open-order, title: 打开, text: 点开。, substeps: [登录, {title: 再点, text: 点撤销。}]}]",
        precautions="[{id: p1, level: danger, title: '#不能恢复', text: 想好。}]",
        questions="[can-withdraw]",
    ),
    "faq.yaml": FAQ.rstrip() + f"\n  staff: {SECRET}\n" + faq_entry("draft-one", question=SECRET, status="draft"),
}


def blocks(text: str) -> list[str]:
    """Return the lines of plain text without blanks and without the marks of lists."""
    lines = (re.sub(r"^\s*(?:•|\d+[.)])\s", "", line) for line in text.splitlines())
    return [kept for line in lines if (kept := re.sub(r"\s|https://\S+", "", line))]


def test_every_line_stands_on_the_page_in_the_same_order(tmp_path: Path) -> None:
    made = built(tmp_path, FILES)
    pages = {page.path: words_of(re.sub(r"<li>", "<li >", page.body)) for page in made.pages}
    files = machine_files(made.book)
    for answer in answers_of(made.book):
        page = pages[f"{answer.id.partition('#')[0]}/"]
        place = 0
        for block in blocks(answer.text):
            place = page.find(block.replace("危险：", "危险"), place)
            assert place >= 0, block
        if "#" not in answer.id:
            assert json.loads(files[f"{answer.id}/index.json"])["text"] == answer.text
            shown = MarkdownIt().enable("table").render(files[f"{answer.id}/index.md"].decode())
            assert all(block in words_of(shown) for block in blocks(answer.text))


def test_flows_are_the_graph_of_their_page(tmp_path: Path) -> None:
    made = built(tmp_path, FILES)
    flow = json.loads(machine_files(made.book)["why-not/flow.json"])
    page = next(page.body for page in made.pages if page.path == "why-not/")
    assert flow["start"] in flow["sections"]
    for anchor, section in flow["sections"].items():
        shown = unescape(page.partition(f'id="{anchor}"')[2].partition("</section>")[0])
        assert section["title"] in shown
        for option in section["options"]:
            assert f"#{option['to']}" in shown
            assert option["to"] in flow["sections"]


def test_nothing_that_is_not_public_goes_out_and_every_link_leads_to_a_file(tmp_path: Path) -> None:
    made = built(tmp_path, FILES)
    files = machine_files(made.book)
    assert not [path for path, content in files.items() if SECRET in content.decode() or "draft-one" in path]
    listed = re.findall(r"\]\(https://help\.example\.com/([^)]*)\)", files["llms.txt"].decode())
    assert sorted(listed) == sorted(path for path in files if path.endswith("index.md"))
    told = json.loads(files["answers.json"])["answers"]
    assert {one["id"] for one in told} == {answer.id for answer in answers_of(made.book)}
    assert all(set(one) == {"id", "kind", "title", "reply", "link", "updated", "version", "v"} for one in told)


@pytest.mark.parametrize(
    "html",
    [
        "<p><strong>粗</strong>和<em>斜</em></p><ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>",
        "<p>*不是* [标记](x) `y` # z &amp;lt; &lt;b&gt; ~~a~~ _x_</p>",
        '<h2>题</h2><p><a href="https://a.example.com/">链接</a></p>',
    ],
)
def test_markdown_says_what_the_html_says(html: str) -> None:
    assert words_of(MarkdownIt().render(markdown(html))) == words_of(html)


def test_a_site_has_them_where_its_settings_say_so_and_only_there(tmp_path: Path) -> None:
    settings = BASE["mkdocs.yml"]
    assert isinstance(settings, str)
    plain = settings.replace("plugins: [helpcenter]", "plugins: [{helpcenter: {machine_readable: true}}]")
    written = {}
    for name, text, memory in (("with", plain, FORGETFUL), ("kept", plain, Memory()), ("without", settings, FORGETFUL)):
        write(tmp_path / name, {**BASE, "mkdocs.yml": text})
        found, config = sound(tmp_path / name)
        write_site(config, checked(found, memory=memory), tmp_path / name / "site")
        written[name] = {path.relative_to(tmp_path / name / "site").as_posix()
                         for path in (tmp_path / name / "site").rglob("*") if path.is_file()}  # fmt: skip
    assert written["kept"] == written["with"]
    more = {"llms.txt", "answers.json"}
    more |= {f"{name}/index.{form}" for name in ("reapply", "can-withdraw") for form in ("md", "json")}
    assert {path for path in written["with"] - written["without"] if "search-" not in path} == more
