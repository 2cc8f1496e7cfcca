"""Useful or not, counted once a day, without knowing whom."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from vssid.apps.content.errors import TooMuchFeedback
from vssid.apps.content.models import Feedback, FeedbackSalt
from vssid.apps.content.services.give_feedback import ANSWERS_IN_TEN_MINUTES, give_feedback
from vssid.apps.content.writing.masking import masked


def _give(now: datetime, *, useful: bool = True, caller: str = "192.0.2.1", **said: str) -> None:
    give_feedback(
        caller=caller,
        browser=said.get("browser", "A browser"),
        page=said.get("page", "question/a1"),
        useful=useful,
        sentence=said.get("sentence", ""),
        language="vi",
        now=now,
    )


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Số 0194 000 123 của tôi", "Số ••• của tôi"),
        ("gọi 0912.345.678", "gọi •••"),
        ("sinh 01/02/1990", "sinh •••"),
        ("viết cho lan@example.vn nhé", "viết cho ••• nhé"),
        ("15 năm, 45 %", "15 năm, 45 %"),
        ("hai\n dòng", "hai dòng"),
    ],
)
def test_what_could_name_somebody_is_masked(said: str, kept: str) -> None:
    assert masked(said) == kept


@pytest.mark.django_db(transaction=True)
def test_one_answer_a_visitor_page_and_day_the_last_one_stands(now: datetime) -> None:
    _give(now, useful=True)
    _give(now + timedelta(hours=1), useful=False, sentence="Thiếu ví dụ, gọi 0912345678")
    _give(now, useful=True, browser="Another")
    _give(now, useful=True, page="help/clinic")
    assert set(Feedback.objects.values_list("page", "useful", "sentence")) == {
        ("help/clinic", True, ""),
        ("question/a1", True, ""),
        ("question/a1", False, "Thiếu ví dụ, gọi •••"),
    }
    assert Feedback.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_the_next_day_nobody_can_tell_who_said_what(now: datetime) -> None:
    _give(now)
    _give(now + timedelta(days=1))
    first, second = Feedback.objects.order_by("day")
    assert first.visitor != second.visitor
    assert list(FeedbackSalt.objects.values_list("day", flat=True)) == [date(2026, 11, 23)]
    kept = {field.name for field in Feedback._meta.get_fields()}
    assert kept == {"id", "page", "day", "visitor", "useful", "language", "sentence"}


@pytest.mark.django_db(transaction=True)
def test_a_connection_has_a_budget(now: datetime) -> None:
    for number in range(ANSWERS_IN_TEN_MINUTES):
        _give(now, browser=str(number))
    with pytest.raises(TooMuchFeedback):
        _give(now)
    _give(now, caller="192.0.2.2")
    assert Feedback.objects.count() == ANSWERS_IN_TEN_MINUTES + 1
