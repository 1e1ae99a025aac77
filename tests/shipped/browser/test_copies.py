"""What is copied from a page is what the exports say of it: for every answer, with and without a platform."""

from __future__ import annotations

import pytest

from helpcenter.addresses import page_path
from helpcenter.build import Built
from helpcenter.exports.answers import answers_of
from helpcenter.exports.markdown import markdown
from tests.browser.visitor import Visitor, until

pytestmark = pytest.mark.browser
COPY = """([ids, platforms]) => {
  const pages = new Map();
  const page = (path) => {
    if (!pages.has(path)) {
      pages.set(path, fetch("/" + path).then((got) => got.text())
        .then((text) => new DOMParser().parseFromString(text, "text/html")).then((made) => {
          made.querySelectorAll("main li, main section, main details, .hc-precaution, .hc-causes__fix").forEach((part) => {
            const note = made.createElement("div");
            note.className = "hc-staff";
            note.textContent = "只给同事看";
            part.prepend(note);
          });
          return made;
        }));
    }
    return pages.get(path);
  };
  const copied = ([path, node]) => page(path).then((found) => {
    const end = node && found.getElementById(node);
    const link = new URL("/" + path, location.href).href;
    if (end) { return HelpcenterCopying.outcomeOf(end).then((one) => [HelpcenterText.chat(one.body), ""]); }
    const body = HelpcenterCopying.pageOf(found.querySelector(".hc-main"), HelpcenterCopying.sourceOf(link));
    return [HelpcenterText.chat(body), HelpcenterText.markdown(HelpcenterCopying.absolute({ body, link }))];
  });
  return Promise.all(ids.map(page)).then(() => platforms.reduce((before, platform) => before.then((all) => {
    document.documentElement.dataset.platform = platform;
    return Promise.all(ids.map(copied)).then((texts) => [...all, texts]);
  }), Promise.resolve([])));
}"""
"""The whole texts of answers, and those of entries as Markdown, by path and anchor, as readers of each platform see them. Every part has a note for staff,
as pages of the site for staff have; none of them may be copied.
"""
PLATFORMS = "", "taobao", "wechat"


def test_the_whole_text_of_an_answer_is_that_of_the_exports_as_text_and_as_markdown(shipped_pages: Built, visitor: Visitor) -> None:
    book = shipped_pages.book
    answers = {platform: answers_of(book, platform=platform) for platform in PLATFORMS}
    site = book.edition.site.url.rstrip("/")
    wanted = {
        (platform, answer.id): [
            answer.text.replace(site, visitor.origin),
            "" if answer.kind == "outcome" else markdown(answer.html).replace(site, visitor.origin),
        ]
        for platform in PLATFORMS for answer in answers[platform] if answer.kind != "flow"
    }  # fmt: skip
    names = [answer.id for answer in answers[""] if answer.kind != "flow"]
    page = visitor.open(f"/{names[0].partition('#')[0]}/")
    page.locator("main [data-copies]:visible").first.focus()
    until(page, "typeof HelpcenterCopying === 'object'")
    places = [[page_path(name.partition("#")[0]), name.partition("#")[2]] for name in names]
    copied: list[list[list[str]]] = page.evaluate(COPY, [places, PLATFORMS])
    got = {(platform, name): text for platform, texts in zip(PLATFORMS, copied, strict=True) for name, text in zip(names, texts, strict=True)}
    assert len(names) > 100
    assert got == wanted
