"""What a visit is made of, and who may go on with one."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from vssid.apps.accounts.counter.errors import FamilyVisit, OwnVisit, SameHand, TooManyVisits
from vssid.apps.accounts.counter.rules import visit_rules
from vssid.apps.accounts.models import CounterVisit
from vssid.apps.accounts.policies import may_confirm_visit, may_start_reset
from vssid.apps.accounts.selectors.staff_names import office_of, role_and_office
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.services.notify import notify
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.kinship import kin_to
from vssid.domain.casework.standing import Kin
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.domain.values.sentence import Sentence
from vssid.kit.public_ids import find_by_public_id, public_id
from vssid.kit.sealed_rows import subject_of
from vssid.kit.sealing import seal_erasable, unseal
from vssid.kit.subject_keys import erase

_TABLE = "counter_visit"


class Paper(StrEnum):
    """What the officer has held in the hand."""

    CITIZEN_CARD = "citizen_card"
    PASSPORT = "passport"
    VNEID_APP = "vneid_app"


class Purpose(StrEnum):
    """PASSWORD: a code to choose a new one. PASSKEY: one that is enrolled before the officer. FACTORS: every
    passkey and the app are lost. PAYOUT: the payout account, closed since a change nobody was told of."""

    PASSWORD = "password"  # noqa: S105 - the name of a purpose
    PASSKEY = "passkey"
    FACTORS = "factors"
    PAYOUT = "payout"


_BY_TWO = frozenset({Purpose.PASSKEY, Purpose.FACTORS, Purpose.PAYOUT})
_RESETS = (Purpose.PASSWORD, Purpose.FACTORS)
_VOUCHES = frozenset({Purpose.PASSKEY, Purpose.PAYOUT})
"""What gives the visitor more than a password opens: never by whoever began a reset."""


def waits_for_second(visit: CounterVisit) -> bool:
    """Whether a second officer has to look at it."""
    asked = bool(visit.address_sealed) or visit.purpose in _BY_TWO
    return asked and not visit.second and not visit.decision


def count_visit(actor: Actor, now: datetime) -> None:
    """Found or not: an officer does not try numbers at leisure. Raises TooManyVisits."""
    verdict = try_hit(
        kind="counter_visit",
        subject=actor.id,
        limit=visit_rules().an_hour_of_an_officer,
        window=timedelta(hours=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManyVisits, now=now)


def visit_id(visit: CounterVisit) -> str:
    return public_id("counter_visit", visit.pk)


def own_visit(actor: Actor, public: str, *, purpose: Purpose, now: datetime) -> CounterVisit:
    """Of the officer who opened it, while it lasts. Raises NotAllowed, NotFound."""
    if not may_start_reset(actor):
        raise NotAllowed
    visits = CounterVisit.objects.filter(officer=actor.id, purpose=purpose, expires_at__gt=now)
    return _found(public, visits)


def visit_to_confirm(actor: Actor, public: str, *, now: datetime) -> CounterVisit:
    """Of a colleague in the same office. Raises NotAllowed, NotFound, OwnVisit, FamilyVisit, SameHand."""
    if not may_confirm_visit(actor):
        raise NotAllowed
    visits = CounterVisit.objects.filter(office_code=actor.office, expires_at__gt=now)
    visit = _found(public, filter(waits_for_second, visits.exclude(officer=actor.id)))
    require_stranger(actor, visit.person_id)
    if began_reset(actor, visit, now=now):
        raise SameHand
    return visit


def confirmed_visit(actor: Actor, public: str, *, purpose: Purpose, now: datetime) -> CounterVisit:
    """One the actor has looked at as the second officer, while it lasts. Raises NotAllowed, NotFound."""
    if not may_confirm_visit(actor):
        raise NotAllowed
    visits = CounterVisit.objects.filter(second=actor.id, office_code=actor.office, purpose=purpose)
    return _found(public, visits.filter(expires_at__gt=now))


def become_second(actor: Actor, visit: CounterVisit, **changes: str) -> bool:
    """One statement, which only one of many can win."""
    if CounterVisit.objects.filter(pk=visit.pk, second="").update(second=actor.id, **changes) != 1:
        return False
    visit.second = actor.id
    return True


def began_reset(actor: Actor, visit: CounterVisit, *, now: datetime) -> bool:
    """Whether the actor lately began a reset for the person they would now vouch for."""
    if visit.purpose not in _VOUCHES:
        return False
    own = CounterVisit.objects.filter(officer=actor.id, person_id=visit.person_id, purpose__in=_RESETS)
    return own.filter(opened_at__gt=now - visit_rules().apart).exists()


def is_at_counter(person_id: int | None, *, now: datetime) -> bool:
    """Whether two officers have looked at the person who adds a passkey: no hold stands in its way."""
    visits = CounterVisit.objects.filter(person_id=person_id or 0, purpose=Purpose.PASSKEY)
    return visits.exclude(second="").filter(opened_at__lte=now, expires_at__gt=now).exists()


def require_stranger(actor: Actor, person_id: int) -> None:
    """Nobody of the staff serves themselves or their family. Raises OwnVisit, FamilyVisit."""
    match kin_to(actor, person_id):
        case Kin.SELF:
            raise OwnVisit
        case Kin.FAMILY:
            raise FamilyVisit


def seal_address(visit: CounterVisit, address: str) -> str:
    subject = subject_of(CounterVisit, id=visit.pk)
    return seal_erasable(address, subject=subject, table=_TABLE, pk=visit.pk, field="address")


def erase_address(pk: int) -> None:
    """From older copies of the row too."""
    erase(subject_of(CounterVisit, id=pk))


def open_address(visit: CounterVisit) -> tuple[Channel, str] | None:
    """The new contact the visitor named, if any."""
    if not visit.address_sealed:
        return None
    return Channel(visit.channel), unseal(visit.address_sealed, table=_TABLE, pk=visit.pk, field="address")


def log_visit(actor: Actor, person_id: int, *, action: str, now: datetime) -> None:
    """In the log the person reads: role and office, never the officer's name."""
    record_access(
        actor=actor,
        person_id=person_id,
        action=action,
        data_group="account",
        purpose="support",
        actor_name=role_and_office(actor),
        now=now,
    )


def tell_of_visit(actor: Actor, person_id: int, what: Sentence, *, now: datetime) -> None:
    """On every contact and in the app: whoever was not there finds out."""
    notify(
        actor=actor,
        person_id=person_id,
        code="auth.counter_visit",
        values={"what": what, "office": office_of(actor), "at": now},
        key=secrets.token_hex(8),
        now=now,
    )


def _found(public: str, visits: Iterable[CounterVisit]) -> CounterVisit:
    found = find_by_public_id(public, visits, visit_id)
    if found is None:
        raise NotFound
    return found
