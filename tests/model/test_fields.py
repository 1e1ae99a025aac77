"""The kinds of field: what each accepts, to the letter."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from helpcenter.model.fields import REPLY_LENGTH, Alias, Checked, Day, Days, Id, Line, Markdown, Name, Reply, Url

RIGHT: list[tuple[Any, str, Any]] = [
    (Id, "ab", "ab"),
    (Id, "a-1-" + "x" * 36, "a-1-" + "x" * 36),
    (Name, "a", "a"),
    (Name, "wechat_days_7", "wechat_days_7"),
    (Line, "  一行，前后空格照旧  ", "  一行，前后空格照旧  "),
    (Line, "字" * 300, "字" * 300),
    (Reply, "😀" * REPLY_LENGTH, "😀" * REPLY_LENGTH),
    (Reply, "word " * 48, "word " * 48),
    (Line, "w" * 600, "w" * 600),
    (Alias, "撤回", "撤回"),
    (Markdown, "一\n\n二\n", "一\n\n二\n"),
    (Url, "https://a.example/?x=1#y", "https://a.example/?x=1#y"),
    (Day, "2026-02-28", date(2026, 2, 28)),
    (Day, "2024-02-29", date(2024, 2, 29)),
    (Checked, "2026-11", "2026-11"),
    (Checked, "2026-11-20", "2026-11-20"),
    (Days, "180 days", 180),
    (Days, "1 day", 1),
    (Days, "3650 天", 3650),
    (Days, " 30 days ", 30),
]
NOT_TEXT: list[Any] = [[], {}, ["2026-11"], None, 7]
WRONG: list[tuple[Any, Any]] = [
    *((Id, text) for text in ("a", "x" * 41, "Ab", "a_b", "a b", "撤销", "ab\n", "", "é1")),
    *((Name, text) for text in ("", "a-b", "A", "x" * 41, "名")),
    *((Line, text) for text in ("", "  ", "\u3000", "一\n二", "一\r二", "一\n", "字" * 301)),
    (Reply, "字" * (REPLY_LENGTH + 1)),
    (Reply, "w" * (2 * REPLY_LENGTH + 1)),
    (Reply, "字" * REPLY_LENGTH + "w"),
    *((field, "w" * 601) for field in (Line, Alias)),
    *((Markdown, text) for text in ("", " \n\u3000")),
    *((Url, text) for text in ("http://a.example/", "a.example", "https://", "https://a b", "javascript:x", "https://a\n")),
    *((Day, text) for text in ("2026-2-1", "2026-02-30", "20261120", "2026-W47-1", "2026-11", "２０２６-11-20", "", "昨天")),
    *((Checked, text) for text in ("2026-13", "2026-W4", "202611", "2026", "2026-11-31", "")),
    *((Days, text) for text in ("0 days", "3651 days", "180", "days", "-1 days", "１ days", "1.5 days", "1 week", "1  day")),
    *((field, typed) for field in (Id, Line, Markdown, Url, Day, Checked, Days) for typed in NOT_TEXT),
]


@pytest.mark.parametrize(("field", "typed", "value"), RIGHT)
def test_what_fits_is_kept_or_read(field: Annotated[Any, "a field"], typed: str, value: Any) -> None:
    assert TypeAdapter(field).validate_python(typed) == value


@pytest.mark.parametrize(("field", "typed"), WRONG)
def test_what_does_not_fit_is_refused(field: Any, typed: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(field).validate_python(typed)
