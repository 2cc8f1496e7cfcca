"""A new password by code: what is sent to whom, what ends, what stays closed, and what nobody is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.errors import PasswordAboutPerson, WrongSentCode
from vssid.apps.accounts.holds import Act, HoldKind
from vssid.apps.accounts.jobs import answer_reset_request
from vssid.apps.accounts.models import (
    Account,
    AdoptionEvent,
    KnownDevice,
    OneTimeCode,
    ResetAttempt,
    ResetCaller,
)
from vssid.apps.accounts.resets import Decision
from vssid.apps.accounts.selectors.after_reset import needs_eid
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.services.answer_reset import answer_reset
from vssid.apps.accounts.services.deny_reset import deny_reset, deny_reset_by_code
from vssid.apps.accounts.services.place_hold import lift_holds, place_hold
from vssid.apps.accounts.services.redeem_reset import redeem_reset
from vssid.apps.accounts.services.request_reset import request_reset, request_reset_by_phone
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.audit.models import Report
from vssid.apps.limits.models import Counter
from vssid.apps.notifications.models import Notice
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import ANONYMOUS
from vssid.domain.values.problem import NotAllowed

NEW, OLD = "mot-khu-vuon-khac", "vuon-hoa-sau-nha"
NOBODYS = "0100000009"
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def with_password(member: Member) -> Account:
    account = account_of(member)
    account.set_password(OLD)
    account.save()
    return account


def decided(now: datetime) -> list[Decision]:
    """What the worker decides of what is in the queue."""
    waiting = list(DBTaskResult.objects.filter(task_path=answer_reset_request.module_path))
    DBTaskResult.objects.all().delete()
    return [answer_reset(token=task.args_kwargs["args"][0], now=now) for task in waiting]


def ask(number: str, now: datetime, channel: Channel = Channel.SMS, **facts: Any) -> list[Decision]:
    request_reset(number=number, channel=channel, network="203.0.113.7", now=now, **facts)
    return decided(now)


def call(number: str, now: datetime, calling_from: str, session: str = "", **facts: Any) -> list[Decision]:
    facts = {"edge": "", "degraded": False, **facts}
    request_reset_by_phone(number=number, calling_from=calling_from, session=session, now=now, **facts)
    return decided(now)


def code_for(member: Member, now: datetime, **facts: Any) -> str:
    assert ask(member.insurance_number, now, **facts) == [Decision.SENT]
    return [code_in(step) for step in sent(now) if step.row.code == "auth.code"][-1]


def redeem(number: str, code: str, now: datetime, password: str = NEW) -> None:
    redeem_reset(number=number, code=code, new_password=password, network="203.0.113.7", now=now)


def test_the_old_password_ends_with_the_code_and_not_before(lan: Member, now: datetime) -> None:
    account = with_password(lan)
    KnownDevice.objects.create(account=account, token_digest="x", first_seen=now, last_seen=now)
    UserSession.objects.create(user=account, session_key="k" * 32, ip="127.0.0.1", user_agent="x")
    code = code_for(lan, now)
    account.refresh_from_db()
    assert account.check_password(OLD)
    redeem(lan.national_id, code, now)
    account.refresh_from_db()
    assert account.check_password(NEW)
    assert not KnownDevice.objects.exists()
    assert not UserSession.objects.exists()
    assert [row.event for row in AdoptionEvent.objects.all()] == ["recovered"]
    with pytest.raises(WrongSentCode):
        redeem(lan.insurance_number, code, now, "mot-khu-vuon-thu-ba")


def test_every_contact_and_the_app_are_told_at_request_and_at_redemption(lan: Member, now: datetime) -> None:
    with_password(lan)
    ask(lan.insurance_number, now)
    steps = sent(now)
    told = {(step.row.code, step.row.channel) for step in steps}
    assert told == {("auth.code", "sms"), ("auth.reset_requested", "sms"), ("auth.reset_requested", "email")}
    code = next(code_in(step) for step in steps if step.row.code == "auth.code")
    redeem(lan.insurance_number, code, now)
    assert {(step.row.code, step.row.channel) for step in sent(now)} == {
        ("auth.password_reset", "sms"),
        ("auth.password_reset", "email"),
    }
    inbox = Notice.objects.filter(person_id=lan.person_id).values_list("code", flat=True)
    assert set(inbox) == {"auth.code", "auth.reset_requested", "auth.password_reset"}


def test_money_and_contacts_stay_closed_for_three_days(lan: Member, now: datetime) -> None:
    account = with_password(lan)
    redeem(lan.insurance_number, code_for(lan, now), now)
    for act in (Act.PAYOUT, Act.PHONE, Act.EMAIL):
        assert closed(account.pk, act, now=now + 72 * HOUR - MINUTE)
        assert not closed(account.pk, act, now=now + 72 * HOUR)
    assert not closed(account.pk, Act.PHONE, now=now, with_eid=True)
    assert closed(account.pk, Act.PAYOUT, now=now, with_eid=True)


def test_a_password_about_the_person_is_refused_and_the_code_stays_good(lan: Member, now: datetime) -> None:
    account = with_password(lan)
    code = code_for(lan, now)
    with pytest.raises(PasswordAboutPerson):
        redeem(lan.insurance_number, code, now, f"x{lan.insurance_number}x")
    redeem(lan.insurance_number, code, now)
    account.refresh_from_db()
    assert account.check_password(NEW)


def test_nobody_and_who_cannot_be_sent_to_get_nothing(lan: Member, mai: Member, now: datetime) -> None:
    assert ask(NOBODYS, now) == [Decision.UNKNOWN]
    assert ask(lan.insurance_number, now) == [Decision.UNKNOWN]  # no account yet
    account = with_password(lan)
    account.is_active = False
    account.save()
    assert ask(lan.insurance_number, now) == [Decision.UNKNOWN]
    assert sent(now) == []
    assert not OneTimeCode.objects.exists()


def test_the_hotline_is_believed_only_from_the_number_on_file(lan: Member, now: datetime) -> None:
    with_password(lan)
    for calling_from, decision in (
        ("+84912999888", Decision.MISMATCH),
        ("", Decision.NO_CALLER),
        (lan.phone, Decision.SENT),
    ):
        assert call(lan.insurance_number, now, calling_from) == [decision]


def test_one_telephone_asks_five_times_an_hour_ten_a_day_and_for_three_accounts(
    lan: Member, minh: Member, now: datetime
) -> None:
    with_password(lan)
    many, shut = Decision.CALLER_MANY, Decision.CALLER_SHUT
    others = call(NOBODYS, now, "+84912999888") * 4 + [many]
    assert [call(NOBODYS, now, "+84912999888")[0] for _ in range(5)] == others
    later = [call(NOBODYS, now + HOUR + n * MINUTE, "+84912999888")[0] for n in range(5)]
    assert later == [Decision.UNKNOWN] * 4 + [many]
    assert call(NOBODYS, now + 3 * HOUR, "+84912999888") == [many]
    numbers = (lan.insurance_number, lan.national_id, NOBODYS, minh.insurance_number)
    asked = [call(number, now, lan.phone)[0] for number in numbers]
    assert asked == [Decision.SENT, Decision.TOO_MANY, Decision.UNKNOWN, Decision.UNKNOWN]
    assert call("0100000017", now, lan.phone) == [shut]
    assert call(lan.insurance_number, now + 23 * HOUR, lan.phone) == [shut]
    assert call(lan.insurance_number, now + 24 * HOUR, lan.phone) == [Decision.SENT]
    assert not ResetCaller.objects.filter(digest__contains=lan.phone[-6:]).exists()


def test_a_degraded_door_sends_nothing_and_says_so_in_the_record(lan: Member, now: datetime) -> None:
    with_password(lan)
    assert call(lan.insurance_number, now, lan.phone, degraded=True) == [Decision.DEGRADED]
    assert sent(now) == []


def test_one_code_in_two_minutes_three_a_day_six_a_month(lan: Member, now: datetime) -> None:
    with_password(lan)
    moments = [now + step for step in (HOUR * 0, MINUTE, 2 * MINUTE, HOUR, 2 * HOUR)]
    decisions = [ask(lan.insurance_number, moment)[0] for moment in moments]
    sent_, many = Decision.SENT, Decision.TOO_MANY
    assert decisions == [sent_, many, sent_, sent_, many]
    assert [ask(lan.national_id, now + 25 * HOUR + n * HOUR)[0] for n in range(4)] == [
        sent_,
        sent_,
        sent_,
        many,
    ]
    assert ask(lan.insurance_number, now + 20 * 24 * HOUR) == [many]
    assert ask(lan.insurance_number, now + 31 * 24 * HOUR) == [sent_]


def test_ten_wrong_codes_in_a_day_close_it_until_somebody_opens_it(lan: Member, now: datetime) -> None:
    account = with_password(lan)
    for round_ in range(2):
        moment = now + round_ * HOUR
        code = code_for(lan, moment)
        for _ in range(5):
            with pytest.raises(WrongSentCode):
                redeem(lan.insurance_number, "00000000", moment)
        with pytest.raises(WrongSentCode):
            redeem(lan.insurance_number, code, moment)  # the sixth is not looked at, and does not count
    assert account.holds.get().kind == HoldKind.WRONG_CODES
    assert ask(lan.insurance_number, now + 10 * 24 * HOUR) == [Decision.CLOSED]


def test_nobody_closes_it_by_guessing_when_no_code_was_sent(lan: Member, now: datetime) -> None:
    with_password(lan)
    for _ in range(12):
        with pytest.raises(WrongSentCode):
            redeem(lan.insurance_number, "00000000", now)
    assert ask(lan.insurance_number, now) == [Decision.SENT]


def test_not_me_voids_the_code_closes_resets_and_is_reported(lan: Member, now: datetime) -> None:
    with_password(lan)
    code = code_for(lan, now)
    deny_reset(actor=citizen(lan), now=now)
    deny_reset(actor=citizen(lan), now=now)
    with pytest.raises(WrongSentCode):
        redeem(lan.insurance_number, code, now)
    assert ask(lan.insurance_number, now + 10 * 24 * HOUR) == [Decision.CLOSED]
    assert Report.objects.get(person_id=lan.person_id).kind == "not_me"
    with pytest.raises(NotAllowed):
        deny_reset(actor=ANONYMOUS, now=now)


def test_not_me_by_the_code_that_came_unasked(lan: Member, mai: Member, now: datetime) -> None:
    with_password(lan)
    code = code_for(lan, now)
    with pytest.raises(WrongSentCode):
        deny_reset_by_code(number=mai.insurance_number, code=code, network="x", now=now)
    deny_reset_by_code(number=lan.insurance_number, code=code, network="x", now=now)
    assert ask(lan.insurance_number, now + HOUR) == [Decision.CLOSED]


def statements(work: Callable[[], object]) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        work()
    plain = (re.sub(r"_x\d+", "", query["sql"]) for query in captured.captured_queries)
    return [sql.split("WHERE")[0].split("VALUES")[0] for sql in plain]


def test_a_request_runs_the_same_statements_for_every_number(lan: Member, now: datetime) -> None:
    with_password(lan)
    known, unknown = lan.insurance_number, NOBODYS
    first = statements(lambda: request_reset(number=known, channel=Channel.SMS, network="a", now=now))
    second = statements(lambda: request_reset(number=unknown, channel=Channel.SMS, network="b", now=now))
    assert first == second


def test_a_wrong_code_runs_the_same_statements_for_every_number(
    lan: Member, mai: Member, now: datetime
) -> None:
    with_password(lan)
    account_of(mai)
    code_for(lan, now)

    def wrong(number: str) -> tuple[list[str], int, int]:
        """What is asked of the database, and how many rows are written: a row takes time too."""
        Counter.objects.all().delete()
        before = ResetAttempt.objects.count()

        def work() -> None:
            with pytest.raises(WrongSentCode):
                redeem(number, "00000000", now)

        asked = statements(work)
        return asked, Counter.objects.count(), ResetAttempt.objects.count() - before

    with_code, without_code, nobody = (
        wrong(number) for number in (lan.insurance_number, mai.insurance_number, NOBODYS)
    )
    assert with_code == without_code == nobody
    assert with_code[1:] == (2, 1), "the network, the code; the attempt"


def test_what_is_kept_of_an_attempt_names_no_number_and_no_code(lan: Member, now: datetime) -> None:
    with_password(lan)
    code = code_for(lan, now)
    redeem(lan.insurance_number, code, now)
    kept = str(list(ResetAttempt.objects.values_list())) + str(list(DBTaskResult.objects.values_list()))
    for secret in (lan.insurance_number, lan.phone, code):
        assert secret not in kept
    assert list(ResetAttempt.objects.order_by("pk").values_list("step", "decision")) == [
        ("request", "sent"),
        ("redeem", "done"),
    ]


def test_a_linked_eid_must_be_shown_after_a_reset(lan: Member, now: datetime) -> None:
    account = with_password(lan)
    assert not needs_eid(account.pk)
    link = SocialAccount.objects.create(
        user=account, provider="vneid", uid="x", extra_data={"auth_time": (now - HOUR).isoformat()}
    )
    assert not needs_eid(account.pk)
    redeem(lan.insurance_number, code_for(lan, now), now)
    assert needs_eid(account.pk)
    link.extra_data["auth_time"] = (now + HOUR).isoformat()
    link.save()
    assert not needs_eid(account.pk)


def test_what_only_eid_or_a_visit_opens_is_opened(lan: Member, now: datetime) -> None:
    account = with_password(lan)
    deny_reset(actor=citizen(lan), now=now)
    place_hold(account_id=account.pk, kind=HoldKind.AFTER_RESET, now=now)
    lift_holds(account_id=account.pk, act=Act.RESET)
    assert not closed(account.pk, Act.RESET, now=now)
    assert closed(account.pk, Act.PAYOUT, now=now)
    assert ask(lan.insurance_number, now) == [Decision.SENT]
