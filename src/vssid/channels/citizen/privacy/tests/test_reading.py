"""The copy to read: every column has a name, every value is in words and units, and nobody else is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from html import unescape

import pytest
from django.test import Client
from django.utils.translation import override
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, shows

from vssid.apps.notifications.services.notify import notify
from vssid.apps.privacy.holdings import holdings
from vssid.apps.privacy.selectors.held import held_rows
from vssid.apps.procedures.data_requests import DataRequest
from vssid.apps.procedures.services.request_about_data import request_about_data
from vssid.channels.citizen.privacy.reading import document
from vssid.channels.citizen.privacy.reading.columns import OUR_OWN, labels, titles
from vssid.domain.values.actor import Actor, ActorKind, Assurance

COPY = "/me/privacy/copy/"


def test_every_table_and_column_has_a_name() -> None:
    named = labels()
    assert {holding.table for holding in holdings()} == set(titles())
    for holding in holdings():
        for field in holding.model._meta.local_concrete_fields:
            column = field.attname.removesuffix("_sealed")
            if field.attname not in holding.hidden and column not in OUR_OWN:
                assert named.get(f"{holding.table}.{column}") or named.get(column), (holding.table, column)


@pytest.mark.django_db
def test_it_says_in_words_and_units_what_is_held(
    lan: Member, minh: Member, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = Actor(kind=ActorKind.SYSTEM, id="test")
    values = {"device": "Firefox", "at": now}
    notify(actor=system, person_id=lan.person_id, code="auth.new_device", values=values, key="k", now=now)
    request_about_data(actor=citizen(lan), kind=DataRequest.QUESTION, words="Ai đã <xem>?", now=now)
    monkeypatch.setattr(document, "AT_ONCE", 3)
    actor = replace(citizen(lan), assurance=Assurance.HIGH, fresh_assurance=Assurance.HIGH)
    account_of(lan)

    def said(language: str) -> str:
        tables = held_rows(actor, now=now)
        pieces = [*document.written(tables, holder=lan.name, language=language, made_at=now)]
        assert max(piece.count('<li class="row">') for piece in pieces) == 3
        return unescape("".join(pieces)).replace("\xa0", " ").replace("\u2060", "")

    with override("ko"):
        english, vietnamese = said("en"), said("vi")
    for words in (lan.name, lan.insurance_number, "14 March 1994", "Question", "Ai đã <xem>?", "Firefox"):
        assert words in english, words
    for words in ('<html lang="vi">', "14/03/1994", "Bảo hiểm xã hội", "Tháng đầu"):
        assert words in vietnamese, words
    for other in (minh.name, minh.insurance_number, "v1|", "None", ">paid<", ">bhxh<"):
        assert other not in english, other


@pytest.mark.django_db
def test_it_is_saved_by_whoever_just_proved_who_they_are(
    lan: Member, signed_in: Callable[..., Client]
) -> None:
    browser = signed_in(lan)
    assert "attachment" not in browser.post(COPY, {"form": "read"}).get("Content-Disposition", "")
    shows(browser, account_of(lan), "vneid", again=True)
    answer = browser.post(COPY, {"form": "read"})
    assert answer["Content-Disposition"].endswith('.html"')
    page = answer.getvalue().decode()
    assert lan.insurance_number in page
    assert "This is the end of the file" in page
