"""The contact that stands there already."""

from __future__ import annotations

from typing import Any

import pytest

from helpcenter.checks.flows.contacts import check_contacts
from helpcenter.model.flows import Flow
from tests.flow.flows import flow, view


def offered(found: Flow, **contacts: tuple[str, ...]) -> Flow:
    ends = {name: end.model_copy(update={"contact": contacts.get(name, end.contact)}) for name, end in found.outcomes.items()}
    return found.model_copy(update={"outcomes": ends})


ASKED = {"what": {"aa": "fine", "bb": "late"}}


@pytest.mark.parametrize(
    ("found", "places"),
    [
        (flow(ASKED, not_solved={"fine": "person"}), ["outcomes/fine/contact"]),
        (flow(ASKED, way_on="person"), ["outcomes/fine/contact", "outcomes/late/contact"]),
        (offered(flow(ASKED, way_on="person"), fine=()), ["outcomes/late/contact"]),
        (offered(flow(ASKED, not_solved={"fine": "person"}), person=("merchant",)), []),
        (offered(flow(ASKED, not_solved={"fine": "person"}), fine=(), person=()), []),
        (offered(flow(ASKED, not_solved={"fine": "person"}), fine=("merchant", "platform")), ["outcomes/fine/contact"]),
        (offered(flow(ASKED, not_solved={"fine": "person"}), person=("platform", "merchant")), []),
        (flow(ASKED, not_solved={"fine": {"go": "what", "again": "1"}}), []),
        (flow(ASKED, not_solved={"fine": "other"}), []),
        (flow(ASKED, not_solved={"fine": [{"when": {"what": "bb"}, "go": "person"}, {"go": "other"}]}), []),
        (flow(ASKED), []),
    ],
)
def test_it_is_told_where_the_contact_is_offered_first(found: Flow, places: list[str]) -> None:
    assert [one.location.file for one in check_contacts(view(found))] == places


def test_an_outcome_that_is_no_contact_may_name_the_same_one() -> None:
    found = flow(ASKED, not_solved={"fine": "late"})
    late: Any = found.outcomes["late"].model_copy(update={"kind": "solved"})
    assert list(check_contacts(view(found.model_copy(update={"outcomes": {**found.outcomes, "late": late}})))) == []
