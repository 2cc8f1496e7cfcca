"""Several agents at the same moment: a request is asked once, a ring-back rings once and tells one code."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.models import OneTimeCode
from vssid.apps.accounts.services.answer_reset import answer_reset
from vssid.apps.assistant.calls import VOICE_AGENT
from vssid.apps.assistant.services.ask_reset import ask_reset, ask_ring_back
from vssid.apps.assistant.services.begin_call import begin_call
from vssid.apps.assistant.services.hand_over_call import hand_over_call
from vssid.apps.assistant.services.move_call import end_call
from vssid.apps.assistant.services.ring_back import Leased, lease_ring_backs, ring_back_code
from vssid.domain.values.problem import Problem

AGENTS = 6


def at_once(work: Callable[[], object]) -> list[object]:
    start = Barrier(AGENTS)

    def one(_: int) -> object:
        start.wait()
        try:
            return work()
        except Problem as problem:
            return problem.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AGENTS) as pool:
        return list(pool.map(one, range(AGENTS)))


@pytest.mark.django_db(transaction=True)
def test_of_several_agents_at_once_one_has_its_way(lan: Member, now: datetime) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("its test database lives in one connection, and it runs one transaction at a time")
    account_of(lan)
    session = begin_call(
        actor=VOICE_AGENT,
        call_id=str(uuid.UUID(int=1)),
        caller=lan.phone,
        attested=True,
        dialled="",
        language="vi",
        now=now,
    ).session
    number = lan.insurance_number
    at_once(lambda: ask_reset(number=number, attempt=1, actor=VOICE_AGENT, session=session, now=now))
    [task] = DBTaskResult.objects.filter(task_path__contains="answer_reset_request")
    cases = at_once(lambda: hand_over_call(topic="", tried=(), actor=VOICE_AGENT, session=session, now=now))
    assert len(set(cases)) == 1
    answer_reset(token=task.args_kwargs["args"][0], now=now)
    ask_ring_back(actor=VOICE_AGENT, session=session, now=now)
    end_call(actor=VOICE_AGENT, session=session, outcome="done", seconds=9, now=now)
    leased = [one for one in at_once(lambda: lease_ring_backs(actor=VOICE_AGENT, now=now)) if one]
    [[ring]] = [one for one in leased if isinstance(one, tuple)]
    assert isinstance(ring, Leased)
    told = at_once(lambda: ring_back_code(actor=VOICE_AGENT, ring_back=ring.id, now=now))
    assert sorted(isinstance(one, tuple) for one in told) == [False] * (AGENTS - 1) + [True]
    assert OneTimeCode.objects.get().channel == "voice"
