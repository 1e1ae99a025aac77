"""Everything on a screen stands inside it, below what comes before; what has no room is told."""

from __future__ import annotations

import pytest
from hypothesis import given

from helpcenter.drawing.lettering import ems
from helpcenter.model.screens import Screen
from helpcenter.screens.places import MOST_HEIGHT, SMALL, WIDTH, Mark, Shape, Writing
from helpcenter.screens.placing import placed
from tests.screens.making import screen, screens


@given(screens)
def test_what_has_room_stands_inside_the_picture(drawn: Screen) -> None:
    found = placed(drawn)
    if found.misfits:
        return
    places = [part.place for part in found.parts if isinstance(part, Shape)] + list(found.marks.values())
    assert all(place.x >= 0 and place.y >= 0 for place in places)
    assert all(place.x + place.width <= WIDTH and place.y + place.height <= found.height for place in places)
    for part in found.parts:
        if isinstance(part, Writing):
            half = ems(part.text) * SMALL * {"start": 0, "middle": 0.5, "end": 1}[part.side]
            assert 0 <= part.x - half <= WIDTH
            assert 0 < part.y < found.height


@given(screens)
def test_all_that_can_be_tapped_has_a_place(drawn: Screen) -> None:
    assert set(placed(drawn).marks) == set(drawn.labels)


@given(screens)
def test_lines_of_text_do_not_cover_each_other(drawn: Screen) -> None:
    found = placed(drawn)
    front = max((at for at, part in enumerate(found.parts) if isinstance(part, Shape) and part.kind == "dialog"), default=0)
    texts = [part for part in found.parts[front:] if isinstance(part, Writing)]
    starts = [(part.y, part.x) for part in texts]
    assert len(starts) == len(set(starts)) or found.misfits


@pytest.mark.parametrize(
    ("elements", "steps"),
    [
        ({"title": "一二三四五六七八九十一二"}, ("title",)),
        ({"tabs": ["一二三四五六", "七八九十一二", "三四五六七八"]}, ("tabs", 2)),
        ({"card": {"title": "一" * 30}}, ("card", "title")),
        ({"card": {"title": "一", "text": "二" * 60}}, ("card", "text")),
        ({"card": {"title": "一", "rows": ["二", "三" * 40]}}, ("card", "rows", 1, "text")),
        ({"rows": [{"text": "一", "note": "二" * 20}]}, ("rows", 0, "note")),
        ({"buttons": ["好", "一" * 15]}, ("buttons", 1)),
        ({"toast": "一" * 40}, ("toast",)),
        ({"dialog": {"title": "一" * 30}}, ("dialog", "title")),
        ({"dialog": {"title": "一", "text": "二" * 80}}, ("dialog", "text")),
        ({"dialog": {"title": "一", "buttons": ["好", "二" * 20]}}, ("dialog", "buttons", 1)),
    ],
)
def test_what_finds_no_room_is_told_with_its_place(elements: dict[str, object], steps: tuple[str | int, ...]) -> None:
    assert [misfit.steps for misfit in placed(screen(**elements)).misfits] == [steps]


def test_a_note_stands_at_the_end_of_its_line_or_below() -> None:
    beside, below = (
        [part for part in placed(screen(rows=[{"text": text, "note": "退款中"}])).parts if isinstance(part, Writing)]
        for text in ("外套", "蓝色外套和不锈钢保温杯")
    )
    assert beside[2].side == "end"
    assert abs(beside[1].y - beside[2].y) < 1
    assert below[2].y - below[1].y > 10
    assert below[2].side == "start"


def test_buttons_that_are_too_wide_for_a_line_stand_on_two() -> None:
    found = placed(screen(buttons=["联系商家", "修改申请", "撤销申请"]))
    assert found.misfits == ()
    assert len({mark.y for mark in found.marks.values()}) == 2


def test_nothing_behind_a_dialog_can_be_tapped() -> None:
    found = placed(screen(buttons=["撤销申请"], dialog={"title": "确认？", "buttons": ["取消", "确认"]}))
    assert set(found.marks) == {"取消", "确认"}
    assert found.marks["取消"].y == found.marks["确认"].y
    kinds = [part.kind for part in found.parts if isinstance(part, Shape)]
    assert kinds.index("veil") > kinds.index("button")


def test_a_screen_is_as_high_as_what_is_on_it() -> None:
    low, high = placed(screen()), placed(screen(rows=["一"] * 11))
    assert low.height < 60
    assert not low.is_crowded
    assert high.height > MOST_HEIGHT
    assert high.is_crowded


def test_a_place_grows_on_all_sides() -> None:
    assert Mark(10, 20, 30, 40).around(3) == Mark(7, 17, 36, 46)
