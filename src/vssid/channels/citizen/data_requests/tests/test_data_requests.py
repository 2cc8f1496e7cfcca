"""A request about data: received at once, answered by a day, the person's alone, one of a kind at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.models import Notice
from vssid.apps.procedures.data_requests import DataRequest, RequestMatter
from vssid.apps.procedures.errors import AnswerTooLong, RequestEmpty, RequestStands
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.selectors.own_cases import own_cases
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.services.decide_case import decide_case
from vssid.apps.procedures.services.look_at_case import look_at_case
from vssid.apps.procedures.services.request_about_data import request_about_data
from vssid.apps.procedures.tests.officers import officer
from vssid.domain.casework.states import Outcome
from vssid.domain.values.actor import ActorKind
from vssid.domain.values.problem import NotFound

pytestmark = pytest.mark.django_db
PAGE, FORM = "/me/privacy/requests/", "/me/privacy/requests/data_restriction/"
WORDS = "Không chuyển số điện thoại cho nơi khác."


def test_sent_acknowledged_worked_on_and_answered(
    lan: Member, mai: Member, tuan: Member, signed_in: Callable[..., Client], now: datetime
) -> None:
    browser = signed_in(lan)
    form = browser.get(FORM).text
    assert "91/2025/QH15" in form
    assert "An answer is due by 7\xa0December 2026" in form
    sent = browser.post(FORM, {"words": WORDS}, follow=True)
    case = Case.objects.get(kind="data_restriction")
    assert sent.redirect_chain == [(PAGE, 302)]
    [own] = own_cases(citizen(lan), now=now)
    for text in (own.number, "Asked. Answer by 7\xa0December 2026", f"/me/report/asked/{own.id}/"):
        assert text in sent.text
    notice = Notice.objects.get(person_id=lan.person_id)
    assert (notice.code, notice.at) == ("data_request.received", case.opened_at)
    [link] = re.findall(r'href="(/me/inbox/[^/"?]+/)"', browser.get("/me/inbox/").text.partition("<main")[2])
    assert "Request: limit the use of my data" in browser.get(link).text
    assert AccessEvent.objects.get(person_id=lan.person_id, case=own.number).action == "change"

    again = browser.post(FORM, {"words": "Nữa"})
    assert "A request of this kind is being worked on" in again.text
    at_work = officer(tuan)
    claim_case(actor=at_work, number=own.number, now=now)
    sheet = look_at_case(actor=at_work, number=own.number, now=now)
    assert sheet.matter == RequestMatter(WORDS, kind_of(DataRequest.RESTRICTION).cited)
    decide_case(
        actor=at_work,
        number=own.number,
        now=now,
        outcome=Outcome.REFUSED,
        reason="duty_by_law",
        words="",
        seen=sheet.version,
    )
    page = browser.get(f"/me/report/asked/{own.id}/").text
    assert WORDS in page
    assert "The law obliges us to this use" in page
    assert Notice.objects.filter(person_id=lan.person_id, code="data_request.answered").exists()

    stranger = signed_in(mai)
    assert own.number not in stranger.get(PAGE).text
    assert stranger.get(f"/me/report/asked/{own.id}/").status_code == 404
    assert request_about_data(actor=citizen(lan), kind=DataRequest.RESTRICTION, words="x", now=now)


def test_what_is_refused(lan: Member, signed_in: Callable[..., Client], now: datetime) -> None:
    me, kind = citizen(lan), DataRequest.QUESTION
    with pytest.raises(RequestEmpty):
        request_about_data(actor=me, kind=kind, words=" ", now=now)
    with pytest.raises(AnswerTooLong):
        request_about_data(actor=me, kind=kind, words="x" * 2001, now=now)
    with pytest.raises(NotFound):
        request_about_data(actor=replace(me, kind=ActorKind.OFFICER), kind=kind, words="x", now=now)
    request_about_data(actor=me, kind=kind, words="x", now=now)
    with pytest.raises(RequestStands):
        request_about_data(actor=me, kind=kind, words="x", now=now)
    assert signed_in(lan).get("/me/privacy/requests/report_mistake/").status_code == 404
