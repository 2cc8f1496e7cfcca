"""Data are used only for what was agreed to and is not limited, wherever they are used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, takes_push

from vssid.apps.accounts.models import Account, AdoptionEvent
from vssid.apps.accounts.services import count_adoption
from vssid.apps.accounts.services.count_adoption import count_use
from vssid.apps.audit.models import AccessEvent
from vssid.apps.consents import purposes
from vssid.apps.consents.models import Consent, Restriction
from vssid.apps.consents.purposes import Ground, Purpose, uses
from vssid.apps.consents.selectors.gate import allowed
from vssid.apps.notifications.models import Delivery, PushSubscription
from vssid.apps.notifications.selectors import leave
from vssid.apps.notifications.services.compose_pointers import ToDrop, compose_pointers
from vssid.apps.notifications.services.lease_deliveries import lease_deliveries
from vssid.apps.notifications.services.notify import notify
from vssid.apps.privacy.errors import TooManyChanges
from vssid.apps.privacy.services.choose_consent import CHANGES_A_DAY, choose_consent
from vssid.apps.procedures.data_requests import DataRequest
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.look_at_case import look_at_case
from vssid.apps.procedures.services.request_about_data import request_about_data
from vssid.apps.procedures.tests.officers import officer
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import ANONYMOUS, Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NEWS, PAGE = Purpose.NEWS_EMAIL, "/me/privacy/consents/"
CHANGE = {"what": "x", "from_day": date(2026, 12, 1), "for_you": "x"}


def tell_news(member: Member, now: datetime) -> list[str]:
    """The channels on which a change of law is told."""
    before = set(Delivery.objects.filter(person_id=member.person_id).values_list("seq", flat=True))
    system = Actor(kind=ActorKind.SYSTEM, id="test")
    notify(
        actor=system, person_id=member.person_id, code="public.change", values=CHANGE, key=str(now), now=now
    )
    rows = Delivery.objects.filter(person_id=member.person_id).exclude(seq__in=before)
    return sorted(rows.values_list("channel", flat=True))


def decide(member: Member, by: Member, reason: str, now: datetime) -> str:
    number = request_about_data(actor=citizen(member), kind=DataRequest.RESTRICTION, words="x", now=now)
    claim_case(actor=officer(by), number=number, now=now)
    sheet = look_at_case(actor=officer(by), number=number, now=now)
    decide_case(
        actor=officer(by),
        number=number,
        seen=sheet.version,
        outcome=Outcome.APPROVED,
        reason=reason,
        words="",
        now=now,
    )
    return number


def test_nothing_rests_on_a_consent_nobody_gave_and_a_withdrawn_one_ends_at_once(
    lan: Member, mai: Member, signed_in: Callable[..., Client], now: datetime
) -> None:
    browser = signed_in(lan)
    assert "Not agreed" in browser.get(PAGE).text
    assert tell_news(lan, now) == []
    assert "Agreed on 22" in browser.post(PAGE, {"purpose": NEWS, "agree": "yes"}, follow=True).text
    assert "E-mail" not in browser.get("/me/settings/notices/").text.partition("Changes in law")[2]
    assert tell_news(lan, now + DAY) == ["email"]
    assert tell_news(mai, now + DAY) == []
    browser.post(PAGE, {"purpose": NEWS})
    rows = lease_deliveries(now=now + 2 * DAY, most=9)
    assert all(isinstance(step, ToDrop) for step in compose_pointers(rows, now=now + 2 * DAY))
    assert tell_news(lan, now + 3 * DAY) == []
    row = Consent.objects.get(person_id=lan.person_id)
    assert (row.purpose, row.version, row.ended_how) == (NEWS, 1, "withdrawn")
    assert "ended on" in browser.get(PAGE).text
    assert AccessEvent.objects.filter(person_id=lan.person_id, action="change").count() == 2
    assert not Consent.objects.filter(person_id=mai.person_id).exists()


def test_newer_words_are_asked_again(lan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    me = citizen(lan)
    choose_consent(actor=me, purpose=NEWS, agree=True, now=now)
    choose_consent(actor=me, purpose=NEWS, agree=True, now=now)
    newer = {**uses(), NEWS: replace(uses()[NEWS], version=2)}
    for module in ("selectors.gate", "services.give_consent"):
        monkeypatch.setattr(f"vssid.apps.consents.{module}.uses", lambda: newer)
    assert not allowed(NEWS, [lan.person_id])
    choose_consent(actor=me, purpose=NEWS, agree=True, now=now + DAY)
    assert allowed(NEWS, [lan.person_id])
    history = Consent.objects.filter(person_id=lan.person_id).order_by("seq")
    assert list(history.values_list("version", "ended_how")) == [(1, "renewed"), (2, "")]


def test_what_is_refused(lan: Member, now: datetime) -> None:
    me = citizen(lan)
    for purpose, agree in (("record", True), ("use_statistics", False), ("push", True), ("x", True)):
        with pytest.raises(NotFound):
            choose_consent(actor=me, purpose=purpose, agree=agree, now=now)
    with pytest.raises(NotAllowed):
        choose_consent(actor=ANONYMOUS, purpose=NEWS, agree=True, now=now)
    for _ in range(CHANGES_A_DAY):
        choose_consent(actor=me, purpose=NEWS, agree=False, now=now)
    with pytest.raises(TooManyChanges):
        choose_consent(actor=me, purpose=NEWS, agree=False, now=now)


def test_turning_push_off_here_forgets_the_browsers(lan: Member, now: datetime) -> None:
    takes_push(lan, now)
    assert allowed(Purpose.PUSH, [lan.person_id])
    choose_consent(actor=citizen(lan), purpose=Purpose.PUSH, agree=False, now=now)
    assert not PushSubscription.objects.filter(person_id=lan.person_id).exists()
    assert not allowed(Purpose.PUSH, [lan.person_id])


def test_every_purpose_but_duties_asks_the_same_gate(
    lan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[Purpose] = set()

    def asking(purpose: Purpose, people: list[int]) -> frozenset[int]:
        asked.add(purpose)
        return frozenset(people)

    for user in (leave, count_adoption):
        monkeypatch.setattr(user, "allowed", asking)
    takes_push(lan, now)
    tell_news(lan, now)
    count_use(account=account_of(lan), channel="web", now=now)
    assert asked == {use.purpose for use in uses().values() if use.ground is not Ground.DUTY}


def test_a_decision_stops_what_it_names_until_another_lifts_it(
    lan: Member, minh: Member, tuan: Member, signed_in: Callable[..., Client], now: datetime
) -> None:
    lans, account = citizen(lan), account_of(lan)
    choose_consent(actor=lans, purpose=NEWS, agree=True, now=now)
    number = decide(lan, tuan, "use_stopped", now)
    stopped = {use.purpose for use in uses().values() if use.ground is not Ground.DUTY}
    assert (
        set(Restriction.objects.filter(person_id=lan.person_id).values_list("purpose", flat=True)) == stopped
    )
    for purpose in Purpose:
        assert (lan.person_id in allowed(purpose, [lan.person_id, minh.person_id])) is (
            purpose not in stopped
        )
    assert tell_news(lan, now) == []
    count_use(account=account, channel="web", now=now)
    assert not AdoptionEvent.objects.filter(event="active").exists()
    assert f"Case {number}: limited" in signed_in(lan).get(PAGE).text

    again = request_about_data(actor=lans, kind=DataRequest.RESTRICTION, words="x", now=now)
    claim_case(actor=officer(tuan), number=again, now=now)
    shown = look_at_case(actor=officer(tuan), number=again, now=now).matter
    assert {one.case for one in shown.limited} == {number}  # type: ignore[attr-defined]
    decide_case(
        actor=officer(tuan),
        number=again,
        seen=look_at_case(actor=officer(tuan), number=again, now=now).version,
        outcome=Outcome.APPROVED,
        reason="restriction_lifted",
        words="",
        now=now + DAY,
    )
    ended = Restriction.objects.filter(person_id=lan.person_id, until=now + DAY, lifted_by=again)
    assert ended.count() == len(stopped)
    page = signed_in(lan).get(PAGE).text
    assert f"limited from 22\xa0November 2026 to 23\xa0November 2026, case {number}" in page
    assert "until it is lifted" not in page
    assert tell_news(lan, now + DAY) == ["email"]
    count_use(account=Account.objects.get(pk=account.pk), channel="web", now=now + DAY)
    assert AdoptionEvent.objects.filter(event="active").exists()


def test_the_catalogue_names_reasons_that_an_officer_can_give() -> None:
    reasons = kind_of(DataRequest.RESTRICTION).reasons[Outcome.APPROVED]
    named = {reason for use in uses().values() for reason in use.limited_by}
    assert named <= set(reasons)
    assert purposes.limited_by("statistics_stopped") == (Purpose.USE_STATISTICS,)
