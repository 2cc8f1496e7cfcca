"""A record opened in an emergency: for how long, why, and what its officer may see meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from vssid.apps.people.selectors.particulars import what_others_know
from vssid.apps.procedures.models import EmergencyLook
from vssid.domain.values.actor import Actor, Grant, Scope
from vssid.domain.values.problem import NotFound
from vssid.kit.public_ids import public_id
from vssid.kit.sealed_rows import subject_of
from vssid.kit.sealing import seal_erasable, unseal
from vssid.kit.subject_keys import erase

KIND = "break_glass_review"
LASTS = timedelta(minutes=15)
LEAST_WORDS, MOST_WORDS = 20, 1000
_TABLE = "emergency_look"


def look_id(look: EmergencyLook) -> str:
    return public_id("emergency_look", look.pk)


def seal_words(look: EmergencyLook, words: str) -> str:
    subject = subject_of(EmergencyLook, id=look.pk)
    return seal_erasable(words, subject=subject, table=_TABLE, pk=look.pk, field="words")


def erase_words(look_id: int) -> None:
    erase(subject_of(EmergencyLook, id=look_id))


def seeing(actor: Actor, look: EmergencyLook) -> Actor:
    """The officer with the right over this one record, and with no other."""
    grant = Grant(look.person_id, Scope.RECORD)
    return Actor(kind=actor.kind, id=actor.id, channel=actor.channel, grants=(grant,))


@dataclass(frozen=True, slots=True)
class EmergencyMatter:
    """``officer``: the name of who looked, for the reviewer; the log never says it."""

    opened_at: datetime
    until: datetime
    officer: str
    words: str


def emergency_matter(subject: str) -> EmergencyMatter:
    look = look_of(subject)
    words = unseal(look.words_sealed, table=_TABLE, pk=look.pk, field="words")
    officer = what_others_know(look.officer_person_id).full_name
    return EmergencyMatter(look.opened_at, look.expires_at, officer, words)


def look_of(subject: str) -> EmergencyLook:
    look = EmergencyLook.objects.filter(pk=int(subject)).first()
    if look is None:
        raise NotFound
    return look
