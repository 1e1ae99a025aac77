"""What support staff paste a hundred times a day is short, plain, and read rightly in a Chinese sentence."""

from __future__ import annotations

from helpcenter.addresses import LONGEST
from helpcenter.build import Prepared
from helpcenter.links.registry import Fate
from helpcenter.links.today import as_pasted
from helpcenter.texts.bare_links import bare_links


def test_what_does_not_fit_leads_on(shipped: Prepared) -> None:
    registry = shipped.promises.registry
    wrong = [one for one in registry.lock if not one.isascii() or len(as_pasted(one)) > LONGEST or one.endswith("~")]
    assert {registry.way(one).fate for one in wrong} == {Fate.MOVED}, "headings in Chinese, and copies of questions"


def test_every_address_of_today_fits_into_a_message(shipped: Prepared) -> None:
    today = shipped.promises.registry.today
    assert len(today) > 700
    for address in today:
        pasted = as_pasted(address)
        assert pasted.isascii() and len(pasted) <= LONGEST, address
        for text in (f"见 https://help.example.com/{pasted}。", f"（https://help.example.com/{pasted}）"):
            assert [found.text for found in bare_links(text).values()] == [f"https://help.example.com/{pasted}"]
