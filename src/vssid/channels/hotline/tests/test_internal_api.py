"""The core behind the hotline: what a call learns, what is rung, what is written down and shown to nobody."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen
from tests.cast.texts import load, manuscript, shipped, words

from vssid.apps.accounts.contact_changes import put_contact
from vssid.apps.accounts.errors import WrongSentCode
from vssid.apps.accounts.holds import HoldKind, settled_after
from vssid.apps.accounts.models import Account, ContactChange, OneTimeCode, ResetAttempt
from vssid.apps.accounts.resets import Decision
from vssid.apps.accounts.selectors import telephone
from vssid.apps.accounts.services.deny_reset import deny_reset
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.accounts.tests.test_reset import NEW, NOBODYS, decided, redeem, statements, with_password
from vssid.apps.assistant.answers import Answer, Choice, Entry, Nothing, Reason
from vssid.apps.assistant.models import CallBack, HandOver, RingBack, VoiceSession
from vssid.apps.assistant.selectors import call_answers
from vssid.apps.assistant.selectors.desk import call_backs, live_calls, waiting
from vssid.apps.assistant.selectors.hours import desk_hours
from vssid.apps.assistant.tests.test_chats import officer
from vssid.apps.content.vocabulary import Kind
from vssid.apps.notifications.models import AddressedMessage, Delivery, Notice
from vssid.apps.notifications.services import send_addressed
from vssid.apps.notifications.vocabulary import Channel
from vssid.kit import clock
from vssid.kit.sharding import cross_shard

pytestmark = pytest.mark.django_db
TOKEN = "a token of the voice agents, long enough"
STRANGER = "+84912999888"
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


class Agent:
    """A voice agent with the right credential."""

    def __init__(self) -> None:
        self.client = Client(headers={"authorization": f"Bearer {TOKEN}"})

    def post(self, path: str, **body: object) -> Any:
        return self.client.post(f"/internal/hotline/{path}", body, content_type="application/json")

    def begin(self, caller: str, **facts: object) -> dict[str, Any]:
        told = {"call_id": "a@b", "caller": caller, "attested": True, "dialled": "19009068", "language": "vi"}
        begun: dict[str, Any] = self.post("sessions", **{**told, **facts}).json()
        return begun

    def session(self, caller: str) -> str:
        return str(self.begin(caller)["session"])


@pytest.fixture
def agent(settings: Settings) -> Agent:
    settings.VOICE_CORE_TOKEN = TOKEN
    return Agent()


def rows() -> list[int]:
    tables = (VoiceSession, RingBack, HandOver, CallBack, ResetAttempt, OneTimeCode, DBTaskResult, Notice)
    with cross_shard("counted, not read"):
        return [table._base_manager.count() for table in (*tables, Delivery)]


def test_who_was_asked_about_shows_in_no_answer_no_statement_and_no_row(
    agent: Agent, lan: Member, minh: Member, hoa: Member, now: datetime
) -> None:
    for member in (lan, minh, hoa):
        account_of(member)
    place_hold(account_id=account_of(minh).pk, kind=HoldKind.NOT_ME, now=now)
    Account.objects.filter(pk=account_of(hoa).pk).update(is_active=False)
    cases = {
        Decision.SENT: (lan.phone, lan.insurance_number),
        Decision.MISMATCH: (STRANGER, lan.insurance_number),
        Decision.UNKNOWN: (lan.phone, NOBODYS),
        Decision.CLOSED: (minh.phone, minh.insurance_number),
        "off": (hoa.phone, hoa.insurance_number),
        Decision.NO_CALLER: ("anonymous", lan.insurance_number),
    }
    seen, decisions = [], []
    for caller, number in cases.values():
        session = agent.session(caller)
        answers: list[Any] = []

        def work(session: str = session, number: str = number, answers: list[Any] = answers) -> None:
            answers.append(agent.post(f"sessions/{session}/reset", number=number, attempt=1))
            answers.append(agent.post(f"sessions/{session}/ring-back"))

        before = rows()
        asked = [re.sub(r"\*{6}\d{4}", "typed", sql) for sql in statements(work)]
        heads = [(a.status_code, a.content, a["Content-Type"]) for a in answers]
        grown = [after - count for after, count in zip(rows(), before, strict=True)]
        seen.append((heads, asked, grown))
        decisions += decided(now)
        row = ResetAttempt.objects.get(session=session)
        assert (row.door, row.decision) == ("hotline", decisions[-1])
    for one in seen:
        assert one == seen[0]
    assert seen[0][0] == [(200, b"{}", "application/json")] * 2
    assert decisions == [
        Decision.SENT,
        Decision.MISMATCH,
        Decision.UNKNOWN,
        Decision.CLOSED,
        Decision.UNKNOWN,
        Decision.NO_CALLER,
    ]
    on_the_line = agent.post("outbound/lease").json()["calls"]
    assert on_the_line == [], "a caller who has not hung up would hear the busy tone"
    for key in VoiceSession.objects.values_list("pk", flat=True):
        agent.post(f"sessions/{key.hex}/end", outcome="done", seconds=60)
    assert [one["to"] for one in agent.post("outbound/lease").json()["calls"]] == [lan.phone]
    assert {step.outgoing.addresses[0] for step in sent(now)} == {lan.phone, lan.email}


def rung(agent: Agent, member: Member, now: datetime) -> Mapping[str, str]:
    """A call that matched, ended, and its ring-back in the hands of an agent."""
    session = agent.session(member.phone)
    agent.post(f"sessions/{session}/reset", number=member.insurance_number, attempt=1)
    assert decided(now) == [Decision.SENT]
    agent.post(f"sessions/{session}/ring-back")
    agent.post(f"sessions/{session}/end", outcome="ring_back", seconds=50)
    [leased] = agent.post("outbound/lease").json()["calls"]
    return {"session": session, **leased}


def test_a_code_is_made_when_a_key_is_pressed_voids_the_older_one_and_sets_a_password(
    agent: Agent, lan: Member, now: datetime
) -> None:
    account = with_password(lan)
    ring = rung(agent, lan, now)
    by_message = [code_in(step) for step in sent(now) if step.row.code == "auth.code"][-1]
    older = OneTimeCode.objects.get()
    assert agent.post("outbound/lease").json() == {"calls": []}
    assert agent.post(f"outbound/{'0' * 32}/code").status_code == 404
    answer = agent.post(f"outbound/{ring['id']}/code").json()
    assert (len(answer["digits"]), answer["valid_minutes"]) == (8, 10)
    assert OneTimeCode.objects.get().serial != older.serial
    assert answer["digits"] not in str(list(OneTimeCode.objects.values_list()))
    again = agent.post(f"outbound/{ring['id']}/code")
    assert (again.status_code, again.json()["code"]) == (409, "ring_back_over")
    assert agent.post(f"outbound/{ring['id']}/end", outcome="told").status_code == 204
    assert agent.post("outbound/lease").json() == {"calls": []}
    row = ResetAttempt.objects.get(step="ring")
    assert (row.session, row.channel, row.decision) == (ring["session"], "voice", "sent")
    assert RingBack.objects.get().code == row.code == OneTimeCode.objects.get().serial
    with pytest.raises(WrongSentCode):
        redeem(lan.insurance_number, by_message, now)
    redeem(lan.insurance_number, answer["digits"], now)
    account.refresh_from_db()
    assert account.check_password(NEW)


@pytest.mark.parametrize(
    ("switched_on", "attested", "days", "changing", "told"),
    [
        (True, True, 31, False, True),
        (False, True, 31, False, False),
        (True, False, 31, False, False),
        (True, True, 29, False, False),
        (True, True, None, False, False),
        (True, True, 31, True, False),
    ],
    ids=["told", "switched off", "not asserted", "a new number", "never proved", "about to change"],
)
def test_a_code_is_told_in_the_same_call_only_to_an_asserted_number_of_a_month(
    agent: Agent,
    lan: Member,
    now: datetime,
    settings: Settings,
    switched_on: bool,
    attested: bool,
    days: int | None,
    changing: bool,
    told: bool,
) -> None:
    settings.VOICE_SPEAK_IN_CALL = switched_on
    account = with_password(lan)
    if days is not None:
        put_contact(account.pk, Channel.SMS, lan.phone, how="code", now=now - timedelta(days=days))
    if changing:
        ContactChange.objects.create(account=account, channel=Channel.SMS, value_sealed="-", begun_at=now)
    session = str(agent.begin(lan.phone, attested=attested)["session"])
    agent.post(f"sessions/{session}/reset", number=lan.insurance_number, attempt=1)
    assert decided(now) == [Decision.SENT]
    answer = agent.post(f"sessions/{session}/ring-back").json()
    assert bool(answer) is told
    again = agent.post(f"sessions/{session}/ring-back").json()
    assert again == {}, "once a call"
    agent.post(f"sessions/{session}/end", outcome="code_heard", seconds=60)
    assert bool(agent.post("outbound/lease").json()["calls"]) is not told
    if told:
        assert (len(answer["digits"]), answer["valid_minutes"]) == (8, 10)
        row = ResetAttempt.objects.get(step="ring")
        assert (row.session, row.channel, row.decision) == (session, "voice", "sent")
        redeem(lan.insurance_number, answer["digits"], now)


@pytest.mark.parametrize(("asked", "settled"), [(30, True), (31, False)])
def test_how_long_a_number_stands_before_a_call_tells_a_code_is_data(
    lan: Member, now: datetime, monkeypatch: pytest.MonkeyPatch, asked: int, settled: bool
) -> None:
    account = account_of(lan)
    put_contact(account.pk, Channel.SMS, lan.phone, how="code", now=now - timedelta(days=30))
    assert settled_after() == timedelta(days=30)
    monkeypatch.setattr(telephone, "settled_after", lambda: timedelta(days=asked))
    assert telephone.is_settled(account.pk, now=now) is settled


def test_a_code_is_told_in_no_call_that_did_not_match(
    agent: Agent, lan: Member, now: datetime, settings: Settings
) -> None:
    settings.VOICE_SPEAK_IN_CALL = True
    account = with_password(lan)
    put_contact(account.pk, Channel.SMS, lan.phone, how="code", now=now - timedelta(days=40))
    session = agent.session(STRANGER)
    agent.post(f"sessions/{session}/reset", number=lan.insurance_number, attempt=1)
    assert decided(now) == [Decision.MISMATCH]
    assert agent.post(f"sessions/{session}/ring-back").json() == {}


def test_a_ring_back_nobody_answers_is_tried_twice_and_one_that_may_not_be_any_more_says_nothing(
    agent: Agent, lan: Member, minh: Member, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    for member in (lan, minh):
        account_of(member)
    ring = rung(agent, lan, now)
    agent.post(f"outbound/{ring['id']}/end", outcome="no_answer")
    assert agent.post("outbound/lease").json() == {"calls": []}
    monkeypatch.setattr(clock, "now", lambda: now + MINUTE)
    assert [one["id"] for one in agent.post("outbound/lease").json()["calls"]] == [ring["id"]]
    deny_reset(actor=citizen(lan), now=now)
    assert agent.post(f"outbound/{ring['id']}/code").status_code == 409
    assert ResetAttempt.objects.get(step="ring").decision == Decision.CLOSED
    assert not OneTimeCode.objects.exists()
    agent.post(f"outbound/{ring['id']}/end", outcome="refused")
    monkeypatch.setattr(clock, "now", lambda: now + 3 * MINUTE)
    assert agent.post("outbound/lease").json() == {"calls": []}
    monkeypatch.setattr(clock, "now", lambda: now)
    late = rung(agent, minh, now)
    monkeypatch.setattr(clock, "now", lambda: now + 11 * MINUTE)
    assert agent.post(f"outbound/{late['id']}/code").status_code == 409
    assert agent.post("outbound/lease").json() == {"calls": []}


def test_an_attempt_counts_once_and_three_a_call(agent: Agent, lan: Member, now: datetime) -> None:
    session = agent.session(lan.phone)
    for attempt, numbers in ((1, 1), (1, 1), (2, 2), (1, 2), (3, 3)):
        answer = agent.post(f"sessions/{session}/reset", number=NOBODYS, attempt=attempt)
        assert (answer.status_code, answer.content) == (200, b"{}")
        assert DBTaskResult.objects.count() == numbers
    for attempt, number in ((0, NOBODYS), (4, NOBODYS), (2, "12345"), (2, "B1234567")):
        answer = agent.post(f"sessions/{session}/reset", number=number, attempt=attempt)
        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
        assert number not in answer.content.decode()


def test_many_requests_that_fit_nobody_give_the_door_to_people(
    agent: Agent, lan: Member, now: datetime, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    account_of(lan)
    settings.VOICE_DEGRADED_LEAST, settings.VOICE_DEGRADED_SHARE = 4, 75
    running = agent.session(lan.phone)
    for place in range(4):
        session = agent.session(f"+8491299988{place}")
        agent.post(f"sessions/{session}/reset", number=lan.insurance_number, attempt=1)
    decided(now)
    with caplog.at_level(logging.WARNING, "vssid.security"):
        policies = [agent.begin(lan.phone)["policy"] for _ in range(2)]
    assert policies == ["degraded"] * 2
    alarms = [record for record in caplog.records if record.name == "vssid.security"]
    assert [record.message for record in alarms] == ["telephone resets are degraded"]
    session = agent.session(lan.phone)
    for one in (session, running):
        agent.post(f"sessions/{one}/reset", number=lan.insurance_number, attempt=1)
    assert decided(now) == [Decision.DEGRADED, Decision.SENT], "a call that had begun goes on"
    settings.MAINTENANCE_UNTIL = now + HOUR
    assert agent.begin(lan.phone)["policy"] == "closed"


def test_the_desk_sees_where_a_call_stands_and_no_log_and_no_column_a_whole_number(
    agent: Agent, lan: Member, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    account_of(lan)
    someone = officer("o-1")
    caplog.set_level(logging.DEBUG)
    session = agent.session(lan.phone)
    agent.post(f"sessions/{session}/reset", number=lan.insurance_number, attempt=1)
    decided(now)
    moved = agent.post(f"sessions/{session}/state", state="FAQ", language="ko", topic="card")
    assert moved.status_code == 204
    [live] = live_calls(someone, now=now)
    masked = "******" + lan.insurance_number[-4:]
    assert (live.state, live.language, live.topic, live.number_masked) == ("FAQ", "ko", "card", masked)
    cases = {
        agent.post(f"sessions/{session}/hand-over", topic="card", tried=["a1", "reset"]).json()["case"]
        for _ in range(2)
    }
    [row] = waiting(someone)
    assert {row.case} == cases
    assert (row.language, row.tried, row.number_masked) == ("ko", ("a1", "reset"), masked)
    for _ in range(2):
        assert agent.post(f"sessions/{session}/call-back", topic="card").json() == {}
    assert waiting(someone) == ()
    assert len(call_backs(someone)) == 1
    nameless = agent.session("anonymous")
    refused = agent.post(f"sessions/{nameless}/call-back", topic="card")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_number_to_call")
    for outcome in ("call_back", "later"):
        ended = agent.post(f"sessions/{session}/end", outcome=outcome, seconds=90)
        assert ended.status_code == 204
    kept = VoiceSession.objects.get(pk=session)
    assert (kept.outcome, kept.seconds) == ("call_back", 90)
    assert [one.number_masked for one in live_calls(someone, now=now)] == [""]
    logged = "".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    tables = (VoiceSession, HandOver, CallBack, ResetAttempt, DBTaskResult)
    stored = "".join(str(list(table._base_manager.values_list())) for table in tables)
    for whole in (lan.insurance_number, lan.national_id, lan.phone, lan.phone.removeprefix("+84")):
        assert whole not in stored
        assert whole not in logged


def test_a_question_is_answered_and_the_text_goes_to_the_telephone_that_called(
    agent: Agent, now: datetime, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fee = words("Fee", "Pay VND 90 at the bank.")
    questions = {"a1": manuscript(Kind.QUESTION, "Password"), "a2": manuscript(Kind.QUESTION, "", words=fee)}
    load(shipped(slug, text) for slug, text in questions.items())
    session = agent.session(STRANGER)
    one, other = Entry("a1", "Password [vi]"), Entry("a2", "Fee [vi]")
    told = [{"entry": each.entry, "title": each.title} for each in (one, other)]
    caplog.set_level(logging.DEBUG)
    for found, kind, listed in (
        (Answer(one.entry, one.title), "answer", told[:1]),
        (Choice((one, other)), "choose", told),
        (Nothing(Reason.UNSURE), "nothing", []),
    ):
        monkeypatch.setattr(call_answers, "find_answer", lambda *_, found=found: found)
        answer = agent.post(f"sessions/{session}/question", text="my secret question", language="vi")
        assert answer.json() == {"kind": kind, "entries": listed}
    assert "secret" not in caplog.text

    for entry in ("a1", "a2", "a1"):
        assert agent.post(f"sessions/{session}/answer-by-sms", entry=entry).json() == {}
    calls = [session, agent.session(STRANGER), agent.session(STRANGER)]
    for call, entries in zip(calls, (1, 3, 1), strict=True):
        answers = [agent.post(f"sessions/{call}/answer-by-sms", entry="a1") for _ in range(entries)]
        assert (answers[-1].status_code, answers[-1].json()["code"]) == (429, "too_many_messages")
    texts = [send_addressed._outgoing(row).text for row in AddressedMessage.objects.order_by("pk")]
    assert sorted(texts) == ["BHXH: Body of Password."] * 4 + [next(t for t in texts if "a2" in t)]
    assert STRANGER not in str(list(AddressedMessage.objects.values_list()))
    assert agent.post(f"sessions/{session}/answer-by-sms", entry="z99").status_code == 404
    unsure = (agent.begin(STRANGER, attested=False), agent.begin("anonymous"))
    for doubtful in (begun["session"] for begun in unsure):
        assert agent.post(f"sessions/{doubtful}/answer-by-sms", entry="a1").status_code == 409
    assert AddressedMessage.objects.count() == 5


def test_only_the_credential_opens_it_and_nonsense_is_refused(
    agent: Agent, settings: Settings, now: datetime
) -> None:
    session = agent.session("")
    for kept, shown in ((TOKEN, "x" * 40), ("", ""), ("short", "short"), (TOKEN, "Ünïcode")):
        settings.VOICE_CORE_TOKEN = kept
        client = Client(headers={"authorization": f"Bearer {shown}"})
        answer = client.post("/internal/hotline/sessions", {}, content_type="application/json")
        assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    settings.VOICE_CORE_TOKEN = TOKEN
    assert agent.client.get("/internal/hotline/sessions").status_code == 405
    for path, body in (
        ("sessions", {"call_id": 5}),
        ("sessions", {"call_id": "x" * 129}),
        ("sessions", {"call_id": "x", "attested": "yes"}),
        ("sessions", {"call_id": "x", "language": "xx"}),
        (f"sessions/{session}/state", {"state": ""}),
        (f"sessions/{session}/end", {"outcome": "x", "seconds": -1}),
        (f"sessions/{session}/hand-over", {"tried": "a1"}),
        (f"sessions/{session}/reset", {"number": "0" * 10, "attempt": True}),
    ):
        answer = agent.post(path, **body)
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_request_body"), path
    for raw in (b"[]", b"{", b"\xff"):
        address = "/internal/hotline/sessions"
        assert agent.client.post(address, raw, content_type="application/json").status_code == 400
    for path in ("sessions/x/state", f"sessions/{'0' * 32}/state"):
        assert agent.post(path, state="MENU").status_code == 404


def test_the_desk_opens_by_its_hours(now: datetime) -> None:
    friday = datetime.fromisoformat("2026-11-27T19:59:59+07:00")
    for at, is_open, opens_at in (
        (friday, True, "2026-11-28T07:00:00+07:00"),
        (friday + SECOND, False, "2026-11-28T07:00:00+07:00"),
        (friday + 24 * HOUR, False, "2026-11-30T07:00:00+07:00"),
        (datetime.fromisoformat("2026-09-02T10:00:00+07:00"), False, "2026-09-03T07:00:00+07:00"),
    ):
        hours = desk_hours(at)
        assert (hours.is_open, hours.opens_at.isoformat()) == (is_open, opens_at)
