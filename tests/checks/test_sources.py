"""Sources are called by names that readers understand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import codes, faq_entry, prepared


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ("[]", 0),
        ("[客服培训手册]", 0),
        ("[{name: 平台售后规则, url: 'https://a.example/'}]", 0),
        ("['https://a.example/']", 1),
        ("['http://a.example/', 'https://b.example/']", 2),
        ("[{name: 'https://a.example/', url: 'https://a.example/'}]", 1),
    ],
)
def test_a_source_that_is_nothing_but_an_address_is_found(tmp_path: Path, sources: str, found: int) -> None:
    text = faq_entry(sources=sources)
    assert codes(prepared(tmp_path, {"faq.yaml": text})) == ["source-without-name"] * found
