"""Who opens an old address is led on, with the query and the answers behind it."""

from __future__ import annotations

import pytest

from .visitor import Visitor, until
from .walking import must_be_at, must_show

pytestmark = pytest.mark.browser
AT = "(address) => location.pathname + location.search + location.hash === address"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/how-to-reapply/?from=chat#open-order", "/reapply/?from=chat#open-order"),
        ("/how-to-reapply/#way", "/reapply/#open-order"),
        ("/reapply/#still", "/can-withdraw/"),
        ("/why-not/#old-status?what=request", "/why-not/#status?what=request"),
    ],
)
def test_an_old_address_leads_on(old: str, new: str, walker: Visitor) -> None:
    page = walker.open(old)
    until(page, AT, new)
    assert walker.watch.problems == []


def test_an_old_anchor_leads_on_from_an_open_page(walker: Visitor) -> None:
    page = walker.open("/why-not/")
    page.evaluate("() => { location.hash = '#old-status?what=request'; }")
    must_be_at(page, "status?what=request")
    must_show(page, "页面显示什么？")
