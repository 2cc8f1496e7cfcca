"""From a number somebody typed to the person it ever belonged to."""

from __future__ import annotations

from django.db.models import QuerySet

from vssid.apps.people.models import PersonKey
from vssid.apps.people.policies import may_find_by_number
from vssid.domain.identifiers import digits, insurance_number, passport
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed
from vssid.kit.compiled_queries import CompiledRows
from vssid.kit.sealing import lookup_digest

INSURANCE, NATIONAL_ID, PASSPORT = "insurance", "national_id", "passport"

_KINDS_BY_LENGTH = {9: (NATIONAL_ID, PASSPORT), 10: (INSURANCE,), 12: (INSURANCE, NATIONAL_ID)}
_SHORT_PASSPORTS = range(5, 9)


def read_number(typed: str) -> tuple[tuple[str, str], ...]:
    """What a typed number can be, as (kind, number), the likeliest first, without spaces, dots and dashes.

    Raises Empty, InsuranceNumberLength, PassportCharacter, PassportLength or PassportWithoutDigit.
    """
    squeezed = digits.squeezed(typed)
    if not (squeezed.isascii() and squeezed.isdigit()):
        return ((PASSPORT, passport.parse(squeezed)),)
    if len(squeezed) in _SHORT_PASSPORTS:
        return ((PASSPORT, squeezed),)
    if len(squeezed) not in _KINDS_BY_LENGTH:
        raise insurance_number.InsuranceNumberLength(entered=len(squeezed))
    return tuple((kind, squeezed) for kind in _KINDS_BY_LENGTH[len(squeezed)])


def find_person(actor: Actor, typed: str) -> int | None:
    """The person_id that ever had this number; None when nobody had. Raises as :func:`read_number`."""
    if not may_find_by_number(actor):
        raise NotAllowed
    digests = {lookup_digest(kind, number): place for place, (kind, number) in enumerate(read_number(typed))}
    keys = _KEYS[len(digests)](*digests)
    return min(((digests[digest], person_id) for digest, person_id in keys), default=(0, None))[1]


def _keys(*digests: str) -> QuerySet[PersonKey, tuple[str, int]]:
    return PersonKey.objects.filter(digest__in=digests).values_list("digest", "person_id")


_KEYS = {count: CompiledRows(PersonKey, _keys, *"ab"[:count]) for count in (1, 2)}
"""By how many things a number can be; every sign-in and every clinic's look-up begins here."""
