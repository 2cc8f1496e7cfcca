"""The contact centre of the demonstration has something to do."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.cast.identities import Member

from vssid.apps.assistant.selectors.desk import call_backs, live_calls, waiting
from vssid.apps.assistant.selectors.desk_figures import desk_figures
from vssid.apps.assistant.selectors.desk_progress import rung, with_colleagues
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM
from vssid.project.demo.desk import fill_desk

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_desk_is_not_empty(lan: Member, now: datetime) -> None:
    assert fill_desk(now=now) > 20
    thao = Actor(kind=ActorKind.OFFICER, id="o", roles=frozenset({"supervisor"}))
    assert {row.language for row in waiting(thao)} == {"vi", "ko", "en"}
    assert [row.conversation == "" for row in waiting(thao)].count(True) == 1
    assert len(live_calls(thao, now=now)) == 3
    assert len(with_colleagues(thao)) == 1
    assert [bool(row.outcome) for row in call_backs(thao)] == [False, True]
    assert len(rung(thao, now=now)) == 1
    figures = desk_figures(thao, day=now.astimezone(VIETNAM).date(), now=now)
    assert figures.waits
    assert figures.handed_over_calls > 1
    assert {"vi", "ko"} <= figures.by_language.keys()
