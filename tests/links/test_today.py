"""Addresses are short and plain enough to be pasted into any message."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from helpcenter.links.today import as_pasted
from helpcenter.model.fields import ID_PATTERN
from helpcenter.texts.bare_links import bare_links

ids = st.text("az059-", min_size=2, max_size=40)


@settings(max_examples=40)
@given(ids, ids, st.sampled_from(["", "~done~2", "?done"]))
def test_whatever_ids_make_is_plain_and_ends_where_chinese_goes_on(page: str, part: str, more: str) -> None:
    assert re.fullmatch(ID_PATTERN, page)
    for address in (page, f"{page}#{part}", f"{page}#{part}{more}"):
        pasted = f"https://help.example.com/{as_pasted(address)}"
        assert pasted.isascii()
        assert len(pasted) == len("https://help.example.com/") + len(address) + 1
        for before, after in (("见", "。"), ("（", "）"), ("“", "”，"), ("：", "\n"), ("", "看")):
            [found] = bare_links(f"{before}{pasted}{after}").values()
            assert (found.text, found.href) == (pasted, pasted)


def test_chinese_is_as_long_as_it_is_when_it_is_pasted() -> None:
    assert as_pasted("关于#人") == "%E5%85%B3%E4%BA%8E/#%E4%BA%BA"
