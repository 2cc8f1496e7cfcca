"""Home: what it says of the card, the year and a late month, and to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override
from tests.cast import careers
from tests.cast.identities import Member

from vssid.apps.audit.models import AccessEvent
from vssid.apps.healthcard.models import Card
from vssid.apps.participation.models import Spell as SpellRow
from vssid.channels.citizen.home.late import late_notice
from vssid.channels.citizen.home.page import finding_of_the_year
from vssid.channels.citizen.tests.counting import MOST, statements
from vssid.domain.ledger.entry import Fund, Spell, Status
from vssid.domain.ledger.grid import year_strip
from vssid.domain.ledger.late import late_months
from vssid.domain.ledger.months import Ledger
from vssid.domain.values.months import Month

HOME = "/me/"
TODAY = date(2026, 11, 22)
Browser = Callable[..., Client]


def notice(spells: Iterable[Spell], *, card_usable: bool = True) -> tuple[str, str]:
    found = late_notice(late_months(Ledger.of(spells), TODAY), card_usable=card_usable)
    assert found
    return found.title, found.text


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with override("en"):
        yield


def test_the_card_works_only_when_health_is_paid_and_the_card_valid() -> None:
    title, text = notice(careers.lan())
    assert title.replace("\N{NO-BREAK SPACE}", " ") == "September 2026 is 22 days late."
    assert text == "Your employer must pay it. Your health card still works."
    assert "still works" not in notice(careers.lan(), card_usable=False)[1]
    assert "still works" not in notice(careers.minh())[1]
    assert "not paid either" in notice(careers.minh())[1]


def test_several_late_months_name_those_without_health() -> None:
    august = [
        replace(row, seq=row.seq + 1000, first=Month.of(2026, 8), last=Month.of(2026, 8))
        for row in careers.lan()
        if row.status is Status.OWED
    ]
    before = [
        replace(row, last=Month.of(2026, 7)) if row.last == Month.of(2026, 8) else row
        for row in careers.lan()
    ]
    title, text = notice([*before, *august])
    assert title.startswith("2 months are late")
    assert "August" in text
    assert "still works" not in text


def test_no_notice_when_nothing_is_late() -> None:
    assert late_notice([], card_usable=True) is None


@pytest.mark.parametrize(
    ("story", "finding"),
    [
        (careers.lan, "2026: 8 months paid"),
        (careers.minjun, "2026: 10 months exempt by treaty"),
        (list, "No month is on record yet"),
    ],
)
def test_the_heading_is_true_for_the_strip(story: Callable[[], list[Spell]], finding: str) -> None:
    ledger = Ledger.of(story())
    cells = year_strip(ledger, 2026, TODAY) if ledger.spells else []
    assert finding_of_the_year(2026, cells) == finding


def test_lan_sees_her_card_her_year_and_what_to_do(lan: Member, signed_in: Browser) -> None:
    answer = signed_in(lan).get(HOME)
    text = answer.content.decode()
    assert 'Hello <span lang="vi" translate="no">Lan</span>' in text
    assert "2026: 8 months paid" in text
    assert 'class="late"' in text
    assert "/help/late-month/" in text
    for address in ("/me/card/", "/me/participation/", "/me/benefits/", "/me/visits/", "/me/access-log/"):
        assert f'href="{address}"' in text


def test_foreigners_are_called_by_their_whole_name(grace: Member, signed_in: Browser) -> None:
    assert ">GRACE OKAFOR</span>" in signed_in(grace).get(HOME).content.decode()


def test_somebody_without_anything_reads_why(mai: Member, signed_in: Browser) -> None:
    text = signed_in(mai).get(HOME).content.decode()
    assert "There is no health-insurance card on record." in text
    assert "The first month appears here after" in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"valid_to": date(2026, 12, 10)}, "It ends soon."),
        ({"valid_to": date(2026, 10, 31)}, "This card ended on"),
        ({"withdrawn_on": date(2026, 11, 1)}, "This card was withdrawn on"),
        ({"valid_from": date(2026, 12, 1)}, "This card is valid from"),
    ],
)
def test_the_cards_state_is_a_notice(
    lan: Member, signed_in: Browser, change: dict[str, date], words: str
) -> None:
    Card.objects.filter(person_id=lan.person_id).update(**change)
    assert words in signed_in(lan).get(HOME).content.decode()


def test_a_valid_card_and_paid_months_need_no_notice(hoa: Member, signed_in: Browser) -> None:
    assert 'id="notices"' not in signed_in(hoa).get(HOME).content.decode()


def test_a_new_statement_is_news_until_it_is_read(hoa: Member, signed_in: Browser) -> None:
    browser = signed_in(hoa)
    browser.post("/me/participation/statement/")
    assert "Document issued: Contribution statement" in browser.get(HOME).content.decode()
    browser.post("/me/inbox/read/")
    assert "Document issued" not in browser.get(HOME).content.decode()


def test_a_row_of_health_alone_shows_its_months(lan: Member, signed_in: Browser) -> None:
    SpellRow.objects.filter(person_id=lan.person_id).exclude(fund=Fund.BHYT).delete()
    assert "2026: 9 months paid" in signed_in(lan).get(HOME).content.decode()


def test_costs_at_most_twelve_statements(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    assert len(statements(browser, HOME)) <= MOST
    assert len(statements(browser, HOME)) == 9


def test_the_look_is_logged_once_a_session(lan: Member, signed_in: Browser) -> None:
    browser = signed_in(lan)
    browser.get(HOME)
    browser.get(HOME)
    assert AccessEvent.objects.filter(person_id=lan.person_id, data_group="summary").count() == 1


def test_a_visitor_signs_in_first(db: None) -> None:
    answer = Client().get(HOME)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/me/")


def test_only_reading(lan: Member, signed_in: Browser) -> None:
    assert signed_in(lan).post(HOME).status_code == 405
