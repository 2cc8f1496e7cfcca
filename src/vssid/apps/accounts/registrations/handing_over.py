"""Accounts that wait for their person: a child's that parents hold, or one that came by file without contact.

Nobody signs in to them, and no reset reaches them: no password, no contact, no other way in. Whoever is old
enough registers, as everybody does, and the approval hands the account over.
"""

from __future__ import annotations

from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Exists, OuterRef, QuerySet

from vssid.apps.accounts.adoption import Source
from vssid.apps.accounts.models import Account, Contact, Registration
from vssid.apps.accounts.registrations.held import CLAIMED, is_held, tell_guardians


def waits_for_its_person(person_id: int, *, today: date) -> bool:
    """Whether a registration of the person takes over the account that is there."""
    return _untouched(person_id).exists() and not is_held(person_id, today=today)


def has_own_account(person_id: int | None, *, today: date) -> bool:
    """One that another registration cannot give the person."""
    if not Account.objects.filter(person_id=person_id).exists():
        return False
    return person_id is None or not waits_for_its_person(person_id, today=today)


def hand_over(row: Registration, *, now: datetime) -> bool:
    """Whether the account is the applicant's now, who sets its password with the code; the parents of a minor
    are told. False when there is none to hand over. Belongs into the transaction of the approval."""
    taken = _untouched(row.person_id).update(source=row.source, language=row.language, imported=False)
    if taken:
        tell_guardians(row, CLAIMED, now=now)
    return bool(taken)


def _untouched(person_id: int | None) -> QuerySet[Account]:
    of_account = {"user": OuterRef("pk")}
    return Account.objects.filter(
        ~Exists(Contact.objects.filter(account=OuterRef("pk"), until=None)),
        ~Exists(SocialAccount.objects.filter(**of_account)),
        ~Exists(Authenticator.objects.filter(**of_account)),
        person_id=person_id,
        source__in=(Source.GUARDIAN, Source.IMPORT),
        is_active=True,
        active_month=None,
        password__startswith=UNUSABLE_PASSWORD_PREFIX,
    )
