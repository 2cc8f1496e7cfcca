"""Erased is what nobody can open: not from the row, not from an older copy of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import Answers, opened, sealed
from vssid.apps.accounts.registrations.states import State
from vssid.apps.audit.models import Report
from vssid.apps.audit.second_copy import SecondCopy
from vssid.apps.audit.services.seal_events import seal_events
from vssid.apps.audit.services.sign_checkpoint import sign_checkpoint
from vssid.apps.audit.verification.verify_log import verify_log
from vssid.apps.privacy.selectors.held import held_rows
from vssid.apps.procedures.data_requests import DataRequest
from vssid.apps.procedures.models import Case, CaseEvent
from vssid.apps.procedures.services.request_about_data import request_about_data
from vssid.apps.procedures.steps import words_of
from vssid.apps.procedures.tests.officers import reported_case
from vssid.apps.retention.schedule import kept
from vssid.apps.retention.services.forget_due import forget_due
from vssid.integrations.storage.key_folder import KeyFolder
from vssid.kit.sealing import SealBroken, seal_erasable, unseal
from vssid.kit.subject_keys import erase, name_of

WORDS = "Xin hạn chế."


@pytest.mark.django_db
def test_what_is_kept_long_enough_opens_nowhere_and_the_log_stands(
    lan: Member, now: datetime, tmp_path: Path
) -> None:
    request_about_data(actor=citizen(lan), kind=DataRequest.RESTRICTION, words=WORDS, now=now)
    reported_case(lan, now, words=WORDS)
    refused = registration(State.REFUSED, now)
    event, report = CaseEvent.objects.earliest("case_id"), Report.objects.get(person_id=lan.person_id)
    assert (words_of(event), opened(refused.answers_sealed, refused.pk).full_name) == (WORDS, "Hoa")
    copy = SecondCopy(tmp_path)
    seal_events()
    assert sign_checkpoint(copy=copy, now=now)
    Case.objects.update(closed=True, moved_at=now)
    Report.objects.filter(person_id=lan.person_id).update(state="answered", answer_by=now.date())

    later = now + kept("case_words") + timedelta(days=1)
    forget_due(now=later)

    # the rows as an old backup still has them
    for broken in (
        lambda: words_of(event),
        lambda: opened(refused.answers_sealed, refused.pk),
        lambda: unseal(
            report.words_sealed, table="report", pk=f"{lan.person_id},{report.seq}", field="words"
        ),
    ):
        with pytest.raises(SealBroken):
            broken()
    assert set(CaseEvent.objects.values_list("words_sealed", flat=True)) == {""}
    rows = {holding.table: [*rows] for holding, rows in held_rows(citizen(lan), now=later)}
    assert [row["words"] for row in rows["report"]] == [""]
    assert [finding for part in verify_log(copy=copy, now=now) for finding in part.findings] == []


@pytest.mark.django_db
def test_what_is_younger_still_opens(now: datetime) -> None:
    refused, active = registration(State.REFUSED, now), registration(State.ACTIVE, now)
    forget_due(now=now + kept("refused"))
    refused.refresh_from_db()
    assert refused.answers_sealed == ""
    assert opened(active.answers_sealed, active.pk).full_name == "Hoa"


def test_another_subject_or_place_is_not_touched() -> None:
    mine, theirs = (
        seal_erasable("a", subject=subject, table="t", pk=1, field="f") for subject in ("test:1", "test:2")
    )
    erase("test:1")
    with pytest.raises(SealBroken):
        unseal(mine, table="t", pk=1, field="f")
    assert unseal(theirs, table="t", pk=1, field="f") == "a"
    with pytest.raises(SealBroken):
        unseal(theirs, table="t", pk=2, field="f")


def test_two_who_add_a_key_share_the_first(tmp_path: Path) -> None:
    store, name = KeyFolder(tmp_path), name_of("test:3")
    assert store.get(name) is None
    assert [store.add(name, b"1" * 32), store.add(name, b"2" * 32)] == [b"1" * 32] * 2
    store.delete([name])
    store.delete([name])
    assert store.get(name) is None


def test_a_folder_that_is_not_mounted_is_not_an_empty_one(tmp_path: Path) -> None:
    store, name = KeyFolder(tmp_path / "elsewhere"), name_of("test:4")
    with pytest.raises(FileNotFoundError):
        store.get(name)
    with pytest.raises(FileNotFoundError):
        store.add(name, b"1" * 32)


def registration(state: State, now: datetime) -> Registration:
    row = Registration.objects.create(
        state=state,
        channel="web",
        language="vi",
        begun_at=now,
        changed_at=now,
        keep_until=now,
        decided_at=now,
    )
    row.answers_sealed = sealed(Answers(full_name="Hoa"), row.pk)
    row.save(update_fields=["answers_sealed"])
    return row
