"""Whom the preview answers: DNS rebinding comes with a name that is not ours."""

from __future__ import annotations

import platform

import pytest

from helpcenter.preview.allowed_hosts import answers


@pytest.mark.parametrize(
    "header",
    ["localhost", "LOCALHOST:8000", "localhost.", "help.localhost:80", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000", "[::1]",
     "192.168.1.7:8000", "localhost:"],
)  # fmt: skip
def test_addresses_and_localhost_are_answered_wherever_it_listens(header: str) -> None:
    assert answers(header, "127.0.0.1")
    assert answers(header, "0.0.0.0")


@pytest.mark.parametrize(
    "header",
    [None, "", " ", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "localhost:http",
     "evil@localhost", "localhost/", "localhost, evil.example", "::1", "[::1", "[evil]", "localhost:123456", "0x7f.1"],
)  # fmt: skip
def test_other_names_and_what_is_no_name_are_not(header: str | None) -> None:
    assert not answers(header, "127.0.0.1")
    assert not answers(header, "0.0.0.0")


def test_names_of_this_machine_are_answered_where_others_may_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "node", lambda: "Writer.office.example")
    for header in ("writer:8000", "writer.office.example", "Writer.local"):
        assert answers(header, "0.0.0.0") and answers(header, "192.168.1.7") and answers(header, "::")
        assert not answers(header, "127.0.0.1") and not answers(header, "::1") and not answers(header, "localhost")
    monkeypatch.setattr(platform, "node", lambda: "")
    assert not answers(".local", "0.0.0.0")
