"""The desk knows every answer with what only staff may know; what a platform puts differently stands beside it."""

from __future__ import annotations

from pathlib import Path

from helpcenter.desk.data import desk_bodies, desk_data, told_by
from helpcenter.desk.varying import varying
from helpcenter.exports.answers import answers_of
from tests.making import article, faq_entry

from .making import NOTE, desk_of


def test_an_answer_is_told_with_its_codes_its_note_and_its_place(tmp_path: Path) -> None:
    book = desk_of(tmp_path).book
    data = desk_data(book, told_by(book))
    answers = {answer["id"]: answer for answer in data["answers"]}
    one = answers["can-withdraw"]
    assert one["codes"] == ["sqbjlzmb", "tksbok"]
    assert one["notes"] == [("", NOTE)]
    assert one["reply"] == "订单 {{order_no}} 点撤销就行。"
    assert one["own"] == {"jd": {"reply": "订单 {{order_no}} 点取消售后就行。"}}
    assert one["version"] == 0, "nobody recorded one"
    assert (one["path"], one["link"]) == ("can-withdraw/", "https://help.example.com/can-withdraw/")
    assert (one["draft"], one["only"], one["audience"]) == (False, [], ("consumer",))
    assert (answers["secret"]["draft"], answers["secret"]["link"]) == (True, ""), "nobody else can open it"
    assert answers["for-agents"]["audience"] == ("agent",)
    end = answers["why-not#too-late"]
    assert (end["path"], end["kind"], end["notes"], end["only"]) == ("why-not/#too-late", "outcome", [("", "查物流。")], [])
    assert answers["why-not#jd-only"]["only"] == ["jd"]
    assert answers["why-not"]["notes"] == []


def test_the_desk_has_what_messages_need(tmp_path: Path) -> None:
    book = desk_of(tmp_path).book
    data = desk_data(book, told_by(book))
    assert (data["greeting"], data["closing"]) == ("亲，", "随时找我。")
    assert data["channels"] == [
        {"id": "sms", "label": "短信", "limit": 70, "counts": "sms"},
        {"id": "wechat", "label": "微信", "limit": 2048, "counts": "bytes"},
    ]
    assert data["blanks"] == {
        "order_no": {"label": "订单号", "example": "12345", "required": True, "mark": "〔订单号〕"},
        "shop": {"label": "店名", "example": "", "required": False, "mark": "〔店名〕"},
    }
    assert data["platforms"] == [["jd", "京东", ["京东", "jd"]], ["tb", "淘宝", ["淘宝"]]]
    assert data["readers"] == "consumer"


def test_without_a_desk_messages_begin_as_copies_do(tmp_path: Path) -> None:
    plain = faq_entry("can-withdraw") + faq_entry("for-agents")
    book = desk_of(tmp_path, **{"content/desk.yaml": "{}\n", "faq.yaml": plain}).book
    data = desk_data(book, told_by(book))
    assert (data["greeting"], data["closing"], data["channels"], data["blanks"]) == ("你好，", "", [], {})


def test_bodies_are_told_for_everybody_and_where_a_platform_puts_them_differently(tmp_path: Path) -> None:
    book = desk_of(tmp_path).book
    bodies = desk_bodies(book, told_by(book))
    assert bodies[""]["can-withdraw"] == (
        "<p>订单 {{order_no}} 点撤销就行。</p>"
        '<p>点<a href="https://help.example.com/can-withdraw/#fact.button">撤销</a>，{{shop}}会处理。</p>'
    )
    assert list(bodies) == ["", "jd"]
    assert list(bodies["jd"]) == ["reapply", "can-withdraw"], "the article has the question in it"
    assert bodies["jd"]["can-withdraw"].startswith("<p>订单 {{order_no}} 点取消售后")


def test_notes_of_parts_name_their_part(tmp_path: Path) -> None:
    steps = "[{id: open-order, title: 打开, text: 点开。, staff: 先核对身份。}]"
    book = desk_of(tmp_path, **{"content/articles/reapply.yaml": article(steps=steps, staff="全文的说明。")}).book
    (told,) = (told for told in told_by(book) if told.answer.id == "reapply")
    assert told.notes == [("", "全文的说明。"), ("打开", "先核对身份。")]


def test_what_is_written_for_each_platform_is_all_that_varies(tmp_path: Path) -> None:
    causes = "[{id: one, cause: 找不到, fix: 去看。, where: can-withdraw}]"
    article_of = article(questions="[asks]", steps="[{id: open-order, title: 打开}]")
    told = faq_entry("asks", causes=causes) + faq_entry("calm")
    title = faq_entry("can-withdraw", question="“{{ button }}”在哪里？")
    book = desk_of(tmp_path, **{"faq.yaml": title + told, "content/articles/reapply.yaml": article_of}).book
    assert varying(book) == {"can-withdraw", "asks", "reapply"}
    every = {answer.id: answer for answer in answers_of(book, platform="jd", keep_blanks=True)}
    plain = {answer.id: answer for answer in answers_of(book, keep_blanks=True)}
    other = {name for name, answer in every.items() if (answer.title, answer.html) != (plain[name].title, plain[name].html)}
    assert other == {told.answer.id for told in told_by(book) if "jd" in told.by_platform} == {"can-withdraw", "asks", "reapply"}
