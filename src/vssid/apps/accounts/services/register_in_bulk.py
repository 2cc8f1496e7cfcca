"""Opens a registration for every good line of a list: the worker's part. Stopped, it can be begun again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.db import transaction

from vssid.apps.accounts.adoption import Adoption, Source
from vssid.apps.accounts.bulk.judging import Accepted, judged, shared_in
from vssid.apps.accounts.bulk.listing import Line, Reject, read_list, stored
from vssid.apps.accounts.bulk.sealed_lists import erase_list, open_list, seal_rejects
from vssid.apps.accounts.models import BulkFile, Registration
from vssid.apps.accounts.ports import registration_desk
from vssid.apps.accounts.registrations.population import seal_population
from vssid.apps.accounts.registrations.rows import number_of
from vssid.apps.accounts.registrations.telling import tell, warn_on_file
from vssid.apps.accounts.registrations.unheld import unheld
from vssid.apps.accounts.selectors.staff_names import role_and_office
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.audit.services.record_access import record_access
from vssid.domain.values.actor import Actor, ActorKind

_TOLD_EVERY = 20


@dataclass
class _Outcome:
    opened: int = 0
    rejects: list[Reject] = field(default_factory=list)


def register_in_bulk(*, bulk_file: int, now: datetime) -> None:
    """One transaction a line. Done before, it does nothing."""
    row = BulkFile.objects.get(pk=bulk_file)
    if row.finished_at is not None:
        return
    text = open_list(row)
    listed = read_list(text, called="list.csv")
    outcome = _Outcome(rejects=list(listed.rejects))
    shared = shared_in(listed.lines)
    for done, line in enumerate(listed.lines, start=1):
        _settle(line, row, shared, outcome, now)
        if done % _TOLD_EVERY == 0:
            BulkFile.objects.filter(pk=row.pk).update(rows_done=done)
    _finish(row, outcome, now)


def _settle(line: Line, row: BulkFile, shared: frozenset[str], outcome: _Outcome, now: datetime) -> None:
    # by this very list, when the worker was stopped in the middle of it
    if Registration.objects.filter(person_id=line.person_id, bulk_file=row).exists():
        outcome.opened += 1
        return
    with transaction.atomic():
        verdict = judged(line, row, shared=shared, now=now)
        if isinstance(verdict, Accepted):
            _open(line, row, verdict, now)
            outcome.opened += 1
            return
    shown = "" if verdict.column == "insurance_number" else getattr(line, verdict.column)
    outcome.rejects.append(Reject(line.number, verdict.column, shown, verdict.why))


def _open(line: Line, row: BulkFile, accepted: Accepted, now: datetime) -> None:
    registration = unheld(
        accepted.answers,
        person_id=line.person_id,
        channel=row.channel,
        source=Source(row.channel),
        language=row.language,
        now=now,
        officer=row.officer,
        bulk_file=row,
    )
    registration.population_sealed = seal_population(accepted.population, registration)
    registration.due_on = registration_desk().take(
        registration_id=registration.pk,
        person_id=line.person_id,
        office=row.office_code,
        officer=row.officer,
        channel=row.channel,
        now=now,
    )
    registration.save(update_fields=["population_sealed", "due_on"])
    count_adoption(
        event=Adoption.REGISTERED,
        now=now,
        channel=row.channel,
        language=row.language,
        source=Source(row.channel),
        office=row.office_code,
    )
    _log(row, line.person_id, now)
    told = {"number": number_of(registration), "due": registration.due_on}
    tell(registration, "register.received", told, now=now)
    warn_on_file(registration, now=now)


def _log(row: BulkFile, person_id: int, now: datetime) -> None:
    officer = Actor(
        kind=ActorKind.OFFICER,
        id=row.officer,
        roles=frozenset({row.role}),
        office=row.office_code,
        channel="web",
    )
    record_access(
        actor=officer,
        person_id=person_id,
        action="change",
        data_group="account",
        purpose="dossier",
        actor_name=role_and_office(officer),
        now=now,
    )


def _finish(row: BulkFile, outcome: _Outcome, now: datetime) -> None:
    """The list is erased last: until then the work on it can be begun again."""
    rejects = sorted(outcome.rejects, key=lambda one: one.line)
    BulkFile.objects.filter(pk=row.pk).update(
        finished_at=now,
        rows_done=row.rows_read,
        rows_opened=outcome.opened,
        rows_rejected=len({one.line for one in rejects}),
        file_sealed="",
        rejects_sealed=seal_rejects(stored(rejects), row.digest),
    )
    transaction.on_commit(partial(erase_list, row.digest))
