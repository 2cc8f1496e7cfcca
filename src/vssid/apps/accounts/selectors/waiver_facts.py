"""What can be checked of a registration without an officer's look: each condition by its code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from vssid.apps.accounts.models import Account, Registration
from vssid.apps.accounts.registrations.answers import Answers, opened
from vssid.apps.accounts.registrations.handing_over import has_own_account
from vssid.apps.accounts.registrations.on_record import fits_record
from vssid.apps.accounts.registrations.population import open_population, register_agrees, speaks_against
from vssid.apps.accounts.registrations.states import WITH_OFFICE
from vssid.apps.accounts.registrations.vouching import is_vouched
from vssid.apps.people.selectors.answering import answers_for
from vssid.apps.people.selectors.particulars import Particulars, what_others_know
from vssid.kit.clock import VIETNAM
from vssid.kit.folding import fold

CONDITIONS = (
    "on_record",
    "same_person",
    "register_agrees",
    "no_account",
    "only_request",
    "vouched",
    "contact_proven",
    "contact_agrees",
    "guardian",
    "record_not_against",
    "register_not_against",
)
"""Codes stand in the procedure: add, never rename. Whoever is on no record has none against them."""


@dataclass(frozen=True, slots=True)
class WaiverFacts:
    name: str
    holds: Mapping[str, bool]


def waiver_facts(registration_id: int, *, now: datetime) -> WaiverFacts:
    """For the service that has checked and logged the look."""
    row = Registration.objects.get(pk=registration_id)
    answers = opened(row.answers_sealed, row.pk)
    ours = what_others_know(row.person_id) if row.person_id is not None else None
    population = open_population(row)
    holds = {
        "on_record": ours is not None and ours.died_on is None,
        "same_person": ours is not None and _same(ours, answers),
        "register_agrees": register_agrees(population, answers),
        "no_account": _is_free(row, now),
        "only_request": not _others(row),
        "vouched": is_vouched(row, answers),
        "contact_proven": row.phone_proven_at is not None or row.email_proven_at is not None,
        "contact_agrees": ours is not None and _contact_agrees(ours, answers),
        "guardian": _asked_by_guardian(row, now),
        "record_not_against": ours is None
        or fits_record(ours, full_name=answers.full_name, born_on=answers.born_on),
        "register_not_against": ours is None or not speaks_against(population, answers),
    }
    name = ours.full_name if ours is not None and holds["same_person"] else answers.full_name
    return WaiverFacts(name, {code: holds[code] for code in CONDITIONS})


def _same(ours: Particulars, answers: Answers) -> bool:
    return fold(ours.full_name) == fold(answers.full_name) and str(ours.birth or "") == answers.born_on


def _contact_agrees(ours: Particulars, answers: Answers) -> bool:
    """Nobody has proved what a list gives, and the code goes there: it must not be another than on record."""
    pairs = ((answers.phone, ours.phone), (answers.email, ours.email))
    return all(given in ("", kept) or not kept for given, kept in pairs)


def _others(row: Registration) -> bool:
    waiting = Registration.objects.filter(person_id=row.person_id, state__in=WITH_OFFICE)
    return waiting.exclude(pk=row.pk).exists()


def _is_free(row: Registration, now: datetime) -> bool:
    if row.guardian_id is not None:
        return not Account.objects.filter(person_id=row.person_id).exists()
    return not has_own_account(row.person_id, today=now.astimezone(VIETNAM).date())


def _asked_by_guardian(row: Registration, now: datetime) -> bool:
    if row.guardian_id is None or row.person_id is None:
        return False
    return answers_for(row.guardian_id, row.person_id, today=now.astimezone(VIETNAM).date())
