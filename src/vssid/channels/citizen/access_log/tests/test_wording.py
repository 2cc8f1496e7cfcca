"""Every code an entry can carry has words: the page never fails on the log's own vocabulary."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from vssid.apps.audit.selectors.entries import Entry, Who
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.channels.citizen.access_log.wording import what_for, what_was_done

ENTRY = Entry(
    id="a",
    at=datetime(2026, 11, 22, tzinfo=UTC),
    who=Who.SELF,
    name="",
    action=Action.READ,
    data_group=DataGroup.CARD,
    purpose=Purpose.OWN,
    case="",
    channel="web",
    report=None,
)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("group", DataGroup)
def test_every_action_on_every_group_is_said(action: Action, group: DataGroup) -> None:
    assert what_was_done(replace(ENTRY, action=action, data_group=group))


@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose is not Purpose.OWN])
def test_every_purpose_of_others_is_said(purpose: Purpose) -> None:
    assert what_for(replace(ENTRY, purpose=purpose))
