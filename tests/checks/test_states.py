"""Another subject than the shipped one: a hotel, its bookings and what it says of cancelling them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpcenter.build import prepare
from helpcenter.checks.action_words import ActionWords, action_words
from helpcenter.model.states import StateTable
from helpcenter.problems import Problem
from helpcenter.project import Project
from tests.making import TODAY

HOTEL = Path(__file__).parents[1] / "sites" / "hotel"
FLOW = "content/flows/why-not.yaml"


def hotel(folder: Path, **files: str) -> list[Problem]:
    shutil.copytree(HOTEL, folder, dirs_exist_ok=True)
    for name, text in files.items():
        (folder / "content" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return prepare(Project(folder, folder / "content", "zh", TODAY)).problems


def test_a_hotel_is_told_the_same_mistakes_about_cancelling(tmp_path: Path) -> None:
    found = [(one.location.file, one.location.line, one.code) for one in hotel(tmp_path)]
    assert found == [
        ("content/articles/cancel-booking.yaml", 11, "claims-forbidden-action"),
        (FLOW, 14, "flow-other-state"),
        (FLOW, 15, "flow-state-left-out"),
        (FLOW, 16, "unknown-state"),
        (FLOW, 34, "flow-presses-refused"),  # after a state that asks first,
        (FLOW, 34, "flow-presses-refused"),  # after a grey button,
        (FLOW, 34, "flow-presses-refused"),  # and after the hotel's own words for no
        (FLOW, 39, "flow-claims-forbidden-action"),
        ("faq.yaml", 11, "claims-forbidden-action"),
        ("faq.yaml", 14, "claims-forbidden-action"),
    ]


def test_findings_speak_of_the_action_by_its_name(tmp_path: Path) -> None:
    told = {one.code: one.details for one in hotel(tmp_path) if "action" in one.details}
    assert {details["action"] for details in told.values()} == {"取消"}
    assert (told["claims-forbidden-action"]["of"], told["claims-forbidden-action"]["state"]) == ("预订", "已入住")


def test_without_a_table_nothing_is_said_of_any_action(tmp_path: Path) -> None:
    shutil.copytree(HOTEL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "content/states.yaml").unlink()
    found = prepare(Project(tmp_path, tmp_path / "content", "zh", TODAY)).problems
    assert {one.code for one in found} == {"unknown-state"}


def test_a_wrong_row_hides_no_other_and_its_id_is_known(tmp_path: Path) -> None:
    states = (HOTEL / "content/states.yaml").read_text(encoding="utf-8").replace("label: 待付款, allowed: yes", "lable: 待付款, allowed: yes")
    found = hotel(tmp_path, states=states)
    assert [(one.code, one.details["guess"]) for one in found if one.location.file == "content/states.yaml"] == [("unknown-field", "label")]
    assert {one.code for one in found} >= {"claims-forbidden-action", "flow-claims-forbidden-action", "flow-presses-refused"}


def words(action: str, **more: list[str]) -> ActionWords:
    return action_words(StateTable.model_validate({"of": "booking", "action": action, "states": [], **more}))


@pytest.mark.parametrize(
    "sentence",
    [
        "You can still cancel.", "Bookings that are checked in can be cancelled online.", "It may be canceled for free.",
        "The desk allows cancelling.", "You are free to cancel at any time.", "Tap it: you can now simply cancel the stay!",
    ],
)  # fmt: skip
def test_english_claims(sentence: str) -> None:
    assert list(words("cancel").claims(f"It is too late. {sentence}")) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "You can't cancel.", "You cannot cancel.", "It can no longer be cancelled.", "Can you cancel?", "If you can cancel, do.",
        "Only the desk can cancel.", "You can change it.", "You can find the Cancel button.", "Cancel it.", "See how you can cancel.",
    ],
)  # fmt: skip
def test_english_sentences_that_claim_nothing(sentence: str) -> None:
    assert list(words("cancel").claims(sentence)) == []


def test_english_verbs_are_known_in_their_forms() -> None:
    assert list(words("withdraw").claims("It can be withdrawn.")) == ["It can be withdrawn."]
    assert list(words("change").claims("We support changing.")) == ["We support changing."]
    assert list(words("modify").claims("It can be modified.")) == ["It can be modified."]


@pytest.mark.parametrize("text", ["1. Open the booking and tap “Cancel booking”.", 'Click on "Cancel".', "选择「Cancel」。"])
def test_english_buttons_to_press(text: str) -> None:
    assert list(words("cancel").presses(text)) != []


@pytest.mark.parametrize("text", ["Do not tap “Cancel booking”.", "Once it works again, tap “Cancel”.", "Tap “Call the desk”.", "Don’t press “Cancel”."])
def test_english_buttons_not_to_press(text: str) -> None:
    assert list(words("cancel").presses(text)) == []


@pytest.mark.parametrize("label", ["The button is greyed out", "I can't find the link", "There is no such button", "I cannot cancel", "It's locked"])
def test_english_answers_that_refuse(label: str) -> None:
    assert words("cancel", denials=["locked"]).refuses(label)
    assert not words("cancel").refuses("The button works")


def test_a_table_has_words_of_its_own_for_yes_and_no() -> None:
    own = words("取消", claims=["没问题"], denials=["退不掉"], buttons=["退订"])
    assert list(own.claims("取消没问题。退不掉的可以取消。")) == ["取消没问题。"]
    assert own.refuses("页面写着退不掉")
    assert list(own.presses("点“退订这一晚”。点“取消”。")) == ["点“退订这一晚”"]


def test_a_sentence_about_the_time_before_a_state_does_not_speak_of_it(tmp_path: Path) -> None:
    article = (HOTEL / "content/articles/cancel-booking.yaml").read_text(encoding="utf-8")
    files = {"articles/cancel-booking": article.replace("显示“已入住”时也能", "已入住以前都能")}
    assert not [one for one in hotel(tmp_path, **files) if one.location.file.startswith("content/articles/")]
