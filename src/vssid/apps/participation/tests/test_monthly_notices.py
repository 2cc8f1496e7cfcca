"""The two monthly rounds: who is told what, once, and that a round goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

import pytest
from django.utils.translation import override
from tests.cast.identities import Member
from tests.cast.people import citizen, takes_push

from vssid.apps.notifications.models import Delivery, Notice, Round
from vssid.apps.notifications.selectors.inbox import inbox
from vssid.apps.notifications.services import notify, run_round
from vssid.apps.notifications.services.read_notices import open_notice
from vssid.apps.participation.models import Spell
from vssid.apps.participation.services.tell_late_months import tell_late_months
from vssid.apps.participation.services.tell_statements import tell_statements


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with override("en"):
        yield


def text_of(member: Member, now: datetime, language: str = "en") -> str:
    """The whole of the member's only notice."""
    actor = citizen(member)
    (row,) = inbox(actor, language=language).rows
    opened = open_notice(actor=actor, notice_id=row.id, language=language, now=now)
    lines = [opened.text.title, *opened.text.body]
    return "\n".join("".join(piece.text for piece in line) for line in lines).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_the_late_are_told_who_pays_and_what_it_means(the_cast: Mapping[str, Member], now: datetime) -> None:
    assert tell_late_months(now=now) == 2
    lan, minh = text_of(the_cast["lan"], now), text_of(the_cast["minh"], now)
    assert lan.startswith("Not paid in time: September 2026")
    assert "The employer must pay" in lan
    assert "Social insurance, Unemployment insurance" in lan
    assert "The health part of this month is paid." in lan
    assert "still works" not in lan
    assert "is not paid either" in minh
    assert not Notice.objects.filter(person_id=the_cast["hoa"].person_id).exists()


def test_the_sentences_are_told_in_the_readers_language(lan: Member, now: datetime) -> None:
    tell_late_months(now=now)
    vietnamese = text_of(lan, now, "vi")
    assert "Chậm đóng: 09/2026" in vietnamese
    assert "Social" not in vietnamese


def test_each_month_has_one_round(lan: Member, now: datetime) -> None:
    tell_late_months(now=now)
    assert tell_late_months(now=now + timedelta(days=1)) == 0
    Round.objects.all().delete()  # as if the progress had been lost
    assert tell_late_months(now=now + timedelta(days=1)) == 0
    assert tell_late_months(now=now + timedelta(days=15)) == 0, "not before the tenth"
    assert tell_late_months(now=now + timedelta(days=20)) == 2


def test_a_round_that_dies_goes_on(lan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_round, "BATCH", 1)
    real, calls = notify.notify_all, []

    def dies(**values: object) -> int:
        calls.append(values)
        if len(calls) == 2:
            raise SystemExit
        return real(**values)  # type: ignore[arg-type]

    monkeypatch.setattr(run_round, "notify_all", dies)
    with pytest.raises(SystemExit):
        tell_late_months(now=now)
    assert Notice.objects.filter(person_id__in=[101, 102, 103]).count() == 1
    before = Round.objects.get()
    assert (before.done_at, before.told) == (None, 1)
    assert tell_late_months(now=now) == 1
    assert Round.objects.get().told == 2


def test_the_statement_says_what_is_on_record(the_cast: Mapping[str, Member], now: datetime) -> None:
    for member in ("lan", "grace"):
        Spell.objects.filter(person_id=the_cast[member].person_id, to_month=2026 * 12 + 8).update(
            to_month=2026 * 12 + 9
        )
    tell_statements(now=now)
    lan = text_of(the_cast["lan"], now)
    assert lan.startswith("Contributions for October 2026")
    assert "VND 11,200,000" in lan
    assert "State: paid in part, the rest due by 30 November 2026." in lan
    grace = text_of(the_cast["grace"], now)
    assert "State: paid in full." in grace
    assert "Unemployment" not in grace
    assert tell_statements(now=now) == 0


def test_many_pointers_are_spread_over_an_hour(lan: Member, now: datetime) -> None:
    takes_push(lan, now)
    tell_late_months(now=now)
    due = Delivery.objects.get(person_id=lan.person_id).not_before
    assert now <= due < now + timedelta(hours=1)
