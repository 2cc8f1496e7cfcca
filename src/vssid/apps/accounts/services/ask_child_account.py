"""A parent or guardian asks for the account of a child, from what is on record; or takes the request back."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from vssid.apps.accounts.adoption import Adoption, Source
from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.models import Account, Registration
from vssid.apps.accounts.ports import ask_population, registration_desk
from vssid.apps.accounts.registrations.answers import Answers, erase_contents
from vssid.apps.accounts.registrations.errors import (
    ChildAccountAsked,
    ChildHasAccount,
    TooManyChildAccounts,
)
from vssid.apps.accounts.registrations.held import ASKED, CHANNEL, WITHDRAWN, held_accounts, tell_guardians
from vssid.apps.accounts.registrations.population import seal_population
from vssid.apps.accounts.registrations.rows import move, number_of
from vssid.apps.accounts.registrations.states import WITH_OFFICE, Step
from vssid.apps.accounts.registrations.unheld import unheld
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.people.selectors.answering import answers_for
from vssid.apps.people.selectors.particulars import Particulars, particulars
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM


def ask_child_account(*, actor: Actor, child: int, actor_name: str, language: str, now: datetime) -> str:
    """The dossier number. ``actor_name``: the registered name of who asks, for the child's log.

    Not inside a transaction: tries count. Raises StepUpNeeded, ChildHasAccount, ChildAccountAsked,
    TooManyChildAccounts; NotFound unless the actor answers for the child by law today.
    """
    require(actor, Act.DEPENDANTS)
    today = now.astimezone(VIETNAM).date()
    if actor.person_id is None or not answers_for(actor.person_id, child, today=today):
        raise NotFound
    known = particulars(actor, child, today=today)
    _count(actor, now)
    population = ask_population(known.national_id)
    with transaction.atomic():
        row = _row(actor, known, language, now)
        row.population_sealed = seal_population(population, row)
        row.due_on = registration_desk().take(
            registration_id=row.pk, person_id=child, office=known.office_code, channel=CHANNEL, now=now
        )
        row.save(update_fields=["population_sealed", "due_on"])
        count_adoption(
            event=Adoption.REGISTERED,
            now=now,
            channel=CHANNEL,
            source=Source.GUARDIAN,
            language=language,
            office=known.office_code,
        )
        _log(actor, row, actor_name, now)
        tell_guardians(row, ASKED, now=now)
    return number_of(row)


@transaction.atomic
def withdraw_child_account(*, actor: Actor, child: int, actor_name: str, now: datetime) -> None:
    """By who asked, as long as no officer has answered. Raises NotFound, RegistrationMoved."""
    row = _waiting(child).filter(guardian_id=actor.person_id).first() if actor.person_id else None
    if row is None:
        raise NotFound
    move(row, Step.CANCEL, now=now, answers_sealed="", population_sealed="", words_sealed="")
    transaction.on_commit(partial(erase_contents, row.pk))
    registration_desk().withdraw(registration_id=row.pk, now=now)
    _log(actor, row, actor_name, now)
    tell_guardians(row, WITHDRAWN, now=now)


def _row(actor: Actor, known: Particulars, language: str, now: datetime) -> Registration:
    """Whoever answers for the child sees it under Family."""
    if Account.objects.filter(person_id=known.person_id).exists():
        raise ChildHasAccount
    if _waiting(known.person_id).exists():
        raise ChildAccountAsked
    answers = Answers(
        number=known.national_id or known.insurance_number,
        full_name=known.full_name,
        born_on=str(known.birth or ""),
        office=known.office_code,
    )
    return unheld(
        answers,
        person_id=known.person_id,
        channel=CHANNEL,
        source=Source.GUARDIAN,
        language=language,
        now=now,
        guardian_id=actor.person_id,
    )


def _waiting(child: int) -> QuerySet[Registration]:
    return Registration.objects.filter(person_id=child, channel=CHANNEL, state__in=WITH_OFFICE)


def _log(actor: Actor, row: Registration, actor_name: str, now: datetime) -> None:
    record_access(
        actor=actor,
        person_id=row.person_id or 0,
        action=Action.CHANGE,
        data_group=DataGroup.ACCOUNT,
        purpose=Purpose.GUARDIAN,
        now=now,
        actor_name=actor_name,
        case=number_of(row),
    )


def _count(actor: Actor, now: datetime) -> None:
    verdict = try_hit(
        kind="child_account",
        subject=actor.id,
        limit=held_accounts().asked_a_day,
        window=timedelta(days=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyChildAccounts, now=now)
