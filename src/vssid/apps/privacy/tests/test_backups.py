"""Whoever restores a backup from before an erasure opens nothing of what was erased."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import models
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.bulk.sealed_lists import seal_list, seal_rejects
from vssid.apps.accounts.contact_changes import put_contact
from vssid.apps.accounts.counter.visits import seal_address
from vssid.apps.accounts.delegations.sealed_names import seal_named
from vssid.apps.accounts.models import (
    BulkFile,
    Contact,
    ContactChange,
    CounterVisit,
    Delegation,
    UnmatchedEid,
)
from vssid.apps.accounts.sealed_contacts import seal_waiting
from vssid.apps.accounts.services.ask_to_close import ask_to_close
from vssid.apps.accounts.services.register_in_bulk import register_in_bulk
from vssid.apps.accounts.unmatched_eids import Told, seal_told
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.privacy.sealed_tables import Columns, Seal
from vssid.apps.privacy.services.close_accounts import close_accounts
from vssid.apps.retention.services.forget_due import forget_due
from vssid.domain.values.actor import Assurance
from vssid.kit.sealing import SealBroken, unseal

pytestmark = pytest.mark.django_db
WEEK, YEARS = timedelta(days=7), timedelta(days=20 * 366)


def backup(*kept: type[models.Model]) -> list[Seal]:
    """The sealed values of these tables, as a copy of the database has them."""
    return [one for model in kept for one in _seals(model) if one.value]


def _seals(model: type[models.Model]) -> Iterator[Seal]:
    table = Columns(model)
    for row in model._base_manager.values(*table.reads):
        yield from table.seals(row)


def opens(one: Seal) -> bool:
    try:
        return bool(unseal(one.value, table=one.table, pk=one.pk, field=one.field))
    except SealBroken:
        return False


def test_the_contacts_of_a_closed_account(
    lan: Member, minh: Member, now: datetime, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    for member in (lan, minh):
        put_contact(account_of(member).pk, Channel.SMS, member.phone, how="code", now=now)
    theirs = [one for one in backup(Contact) if one.pk.startswith(f"{account_of(minh).pk},")]
    mine = account_of(lan).pk
    put_contact(mine, Channel.SMS, "+84912000777", how="code", now=now)
    ContactChange.objects.create(
        account_id=mine,
        channel="email",
        begun_at=now,
        value_sealed=seal_waiting(mine, Channel.EMAIL, "a@b.vn"),
    )
    copy = [one for one in backup(Contact, ContactChange) if one.pk.startswith(f"{mine},")]
    assert [opens(one) for one in copy] == [True] * 3
    me = citizen(lan, assurance=Assurance.HIGH, fresh_assurance=Assurance.HIGH)
    ask_to_close(actor=me, now=now)
    with django_capture_on_commit_callbacks(execute=True):
        assert close_accounts(now=now + WEEK) == 1
    assert [opens(one) for one in copy] == [False] * 3
    assert [opens(one) for one in theirs] == [True]


def test_what_was_kept_long_enough(lan: Member, now: datetime) -> None:
    key = uuid.uuid4()
    Delegation.objects.create(
        id=key,
        giver_id=lan.person_id,
        offered_at=now,
        until=now.date(),
        scopes="card",
        named_sealed=seal_named("Trần Văn Minh", key),
    )
    eid = UnmatchedEid(eid_digest="x", why="nobody", opened_at=now, last_tried_at=now, settled_at=now)
    eid.particulars_sealed = seal_told(eid, Told("001194000123", "Lan", date(1994, 3, 2)))
    eid.save()
    visit = CounterVisit.objects.create(
        person_id=lan.person_id, opened_at=now, expires_at=now, officer="o", office_code="00101",
        paper="chip_card", purpose="password", channel="sms",
    )  # fmt: skip
    visit.address_sealed = seal_address(visit, "+84912000777")
    visit.save(update_fields=["address_sealed"])
    handed_in(now, digest="unfinished", file_sealed=seal_list("a list", "unfinished"))
    handed_in(now, digest="done", finished_at=now, rejects_sealed=seal_rejects("[]", "done"))
    copy = backup(Delegation, UnmatchedEid, CounterVisit, BulkFile)
    assert [opens(one) for one in copy] == [True] * 5
    forget_due(now=now + YEARS)
    assert [opens(one) for one in copy] == [False] * 5


def test_a_list_goes_when_it_is_worked_through_and_its_refused_lines_stay(
    now: datetime, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    text = "insurance_number,full_name,birth_date,phone,email\n0199999999,Ai Đó,1990-01-01,0912000777,\n"
    row = handed_in(now, digest="d", file_sealed=seal_list(text, "d"), rows_read=1)
    [copy] = backup(BulkFile)
    with django_capture_on_commit_callbacks(execute=True):
        register_in_bulk(bulk_file=row.pk, now=now)
    assert not opens(copy)
    assert [opens(one) for one in backup(BulkFile)] == [True]


def handed_in(now: datetime, **values: Any) -> BulkFile:
    usual = {"officer": "o", "role": "officer", "office_code": "00101", "employer_code": "e", "rows_read": 0}
    usual |= {"channel": "employer", "language": "vi", "handed_in_at": now}
    return BulkFile.objects.create(**{**usual, **values})
