"""An id that is gone: the message names its new id when git knows it, and guesses nothing else."""

from __future__ import annotations

from pathlib import Path

from helpcenter.build import prepare
from helpcenter.words.catalogue import messages
from helpcenter.words.report import hint
from tests.making import BASE, Files, article, codes, faq_entry, prepared, project
from tests.sources.test_revisions import commit, git

OLD = faq_entry("request-rejected", question="申请被拒绝了怎么办？", answer="先看理由。") + faq_entry(
    "request-withdrawn", question="撤销以后怎么办？", answer="再等等。"
)
NEW = OLD.replace("id: request-rejected", "id: merchant-said-no")
LINKS = article(questions="[request-rejected]", related="[request-rejected]", intro='"见[这里](request-rejected#answer)。"')


def guesses(folder: Path, files: Files) -> list[tuple[str, str, str]]:
    found = prepare(project(folder, files)).problems
    return [(one.code, one.details.get("guess", ""), one.details.get("renamed", "")) for one in found]


def committed(folder: Path, files: Files) -> None:
    commit(folder, {**BASE, **files}, "first")


def test_a_renamed_id_is_recognised_everywhere_before_and_after_the_commit(tmp_path: Path) -> None:
    committed(tmp_path, {"faq.yaml": OLD, "content/articles/reapply.yaml": LINKS})
    files = {"faq.yaml": NEW, "content/articles/reapply.yaml": LINKS}
    expected = [
        ("unknown-id", "", "merchant-said-no"),
        ("unknown-id", "", "merchant-said-no"),
        ("unknown-link", "", "merchant-said-no"),
    ]
    assert sorted(guesses(tmp_path, files)) == expected
    commit(tmp_path, files, "second")
    assert sorted(guesses(tmp_path, files)) == expected
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "third")
    assert sorted(guesses(tmp_path, files)) == [(code, "", "") for code, _, _ in expected]


def test_the_hint_says_the_new_id(tmp_path: Path) -> None:
    committed(tmp_path, {"faq.yaml": OLD})
    found = prepare(project(tmp_path, {"faq.yaml": NEW, "content/articles/reapply.yaml": LINKS})).problems
    assert all("它改名了，现在叫“merchant-said-no" in hint(one, messages("zh")) for one in found)


def test_an_article_a_value_and_a_contact_are_recognised_too(tmp_path: Path) -> None:
    committed(tmp_path, {})
    values = str(BASE["content/values.yaml"]).replace("merchant_hours", "deadline").replace("platform:", "shop-help:")
    files = {
        "content/articles/reapply.yaml": None,
        "content/articles/apply-anew.yaml": str(BASE["content/articles/reapply.yaml"]).replace("id: reapply", "id: apply-anew"),
        "content/values.yaml": values,
        "faq.yaml": faq_entry(related="[reapply]", contact="platform", answer='"{{ merchant_hours }}"'),
    }  # fmt: skip
    (tmp_path / "content/articles/reapply.yaml").unlink()
    write_over = {name: text for name, text in files.items() if text is not None}
    made = project(tmp_path, {**write_over, "content/articles/reapply.yaml": None})
    found = {(one.code, one.details.get("renamed", "")) for one in prepare(made).problems}
    assert found == {("unknown-id", "apply-anew"), ("unknown-contact", "shop-help"), ("unknown-value", "deadline")}


def test_an_id_that_git_knew_and_nobody_has_now_gets_no_guess(tmp_path: Path) -> None:
    committed(tmp_path, {"faq.yaml": OLD + faq_entry("refund-tim", question="多久到账？", reply="看付款方式。", answer="看页面。")})
    files = {"faq.yaml": OLD + faq_entry("refund-time"), "content/articles/reapply.yaml": article(related="[refund-tim]")}
    assert guesses(tmp_path, files) == [("unknown-id", "", "")]


def test_without_git_or_in_a_younger_project_nothing_is_said_of_renames(tmp_path: Path) -> None:
    files = {"faq.yaml": NEW, "content/articles/reapply.yaml": LINKS}
    assert codes(prepared(tmp_path / "a", files)) == ["unknown-id", "unknown-id", "unknown-link"]
    assert {guess for _, guess, _ in guesses(tmp_path / "b", files)} == {""}


def test_in_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    commit(tmp_path, {f"help/{name}": text for name, text in {**BASE, "faq.yaml": OLD}.items()}, "first")
    found = guesses(tmp_path / "help", {"faq.yaml": NEW, "content/articles/reapply.yaml": LINKS})
    assert {renamed for _, _, renamed in found} == {"merchant-said-no"}


def test_git_is_not_asked_while_nothing_is_missing(tmp_path: Path, monkeypatch: object) -> None:
    import helpcenter.sources.revisions as revisions

    asked: list[str] = []
    original = revisions._git
    try:
        revisions._git = lambda *arguments, **_: asked.append("git") or ""  # type: ignore[func-returns-value]
        prepare(project(tmp_path, {"faq.yaml": faq_entry(reviewed="昨天")}))
    finally:
        revisions._git = original
    assert asked == []
