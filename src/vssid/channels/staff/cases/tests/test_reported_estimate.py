"""An officer who answers a report about an estimate sees the steps the person saw."""

from __future__ import annotations

from datetime import datetime

from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.estimates.models import Estimate
from vssid.apps.estimates.selectors.kept import KeptEstimate
from vssid.apps.estimates.selectors.records import known_of
from vssid.apps.estimates.services.forget_estimate import forget_estimate
from vssid.apps.estimates.services.keep_estimate import keep_estimate
from vssid.apps.procedures.tests.officers import reported_case
from vssid.channels.staff.cases.tests.conftest import AtDesk
from vssid.domain.law.estimates.answer import Asked
from vssid.domain.law.estimates.kinds import Kind
from vssid.kit.clock import VIETNAM

QUEUE = "/staff/cases/"


def kept(member: Member, now: datetime) -> KeptEstimate:
    actor, today = citizen(member), now.astimezone(VIETNAM).date()
    record = known_of(actor, member.person_id, Kind.RETIREMENT, today=today).record
    supposed = {"more": 16, "wage": 11_200_000, "yearly_raise": 0, "gap": 0}
    asked = Asked(record, today, supposed)
    return keep_estimate(actor=actor, kind=Kind.RETIREMENT, asked=asked, data_as_of=None, now=now)


def test_the_case_shows_figures_steps_and_articles(
    lan: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    number = reported_case(lan, now, what=f"estimate.{kept(lan, now).id}", words="Tháng 9 thiếu.")
    desk = at_desk(tuan)
    page = desk.get(f"{QUEUE}{number}/").text.replace("\xa0", " ")
    assert "When can I retire, and with how much?" in page
    assert "Luật 41/2024/QH15 Điều 66" in page
    assert "65%" in page
    assert "How it is computed" in page
    assert 'href="/policies/law/pension/#pension.rate"' in page
    assert "every figure is the same to the đồng" in page
    Estimate.objects.filter(person_id=lan.person_id).update(answered={"pension": 1})
    again = desk.get(f"{QUEUE}{number}/").text.replace("\xa0", " ")
    assert "It said then: Pension a month: VND 1." in again


def test_of_another_office_nothing_is_seen(lan: Member, mai: Member, at_desk: AtDesk, now: datetime) -> None:
    number = reported_case(lan, now, what=f"estimate.{kept(lan, now).id}")
    assert at_desk(mai, office="07901").get(f"{QUEUE}{number}/").status_code == 404


def test_an_estimate_of_somebody_else_or_a_deleted_one_shows_nothing(
    lan: Member, minh: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    estimate = kept(minh, now)
    number = reported_case(lan, now, what=f"estimate.{estimate.id}")
    officer = at_desk(tuan)
    assert "How it is computed" not in officer.get(f"{QUEUE}{number}/").text
    own = kept(lan, now)
    again = reported_case(lan, now, what=f"estimate.{own.id}")
    forget_estimate(actor=citizen(lan), estimate=own.id)
    assert "How it is computed" not in officer.get(f"{QUEUE}{again}/").text
