"""The cast is what its stories say."""

from __future__ import annotations

from tests.cast import careers
from tests.cast.identities import Member
from vssid.apps.participation.models import Span
from vssid.apps.people.models import PersonKey
from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.totals import totals
from vssid.kit.sealing import lookup_digest


def test_lan_has_paid_nine_years() -> None:
    of_lan = totals(Ledger.of(careers.lan()), Fund.BHXH)
    assert (of_lan.paid, of_lan.owed, of_lan.gap) == (108, 1, 4)


def test_lan_is_written_as_her_story_says(lan: Member) -> None:
    spans = list(Span.objects.filter(person_id=lan.person_id).order_by("position"))
    assert [span.to_month for span in spans] == sorted((span.to_month for span in spans), reverse=True)
    assert {span.employer_code for span in spans} == {careers.HOA_CHANH, careers.TIA_NANG}


def test_her_numbers_lead_to_her(lan: Member) -> None:
    digest = lookup_digest("insurance", lan.insurance_number)
    assert PersonKey.objects.get(digest=digest).person_id == lan.person_id
