"""The second step at the staff door: six digits from the app, or a recovery code."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.errors import ActivationNeeded, NotStaff, WrongCode
from vssid.apps.accounts.models import Account, RecoveryCode, SecondFactor
from vssid.apps.accounts.second_factor_codes import count_try, only_digits, recovery_digest
from vssid.apps.accounts.selectors.staff import Door, door_of
from vssid.apps.accounts.services.set_up_second_factor import opened_secret
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.accounts.staff_roles import NAMES_IN_THE_LOG
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.limits.services.clear_tries import clear_tries
from vssid.domain.values.actor import Actor
from vssid.kit.one_time_codes import step_of


def show_second_factor(*, actor: Actor, code: str, now: datetime) -> None:
    """Writes the sign-in of a member of staff into the log. ``actor``: who has given the password.

    Raises WrongCode, TooManyTries, ActivationNeeded, NotStaff.
    """
    door = door_of(actor, now=now)
    if door is Door.CLOSED:
        raise NotStaff
    if door is not Door.CODE:
        raise ActivationNeeded
    account = Account.objects.get(person_id=actor.person_id)
    kind, subject = count_try(account.pk, now)
    with transaction.atomic():
        if not (_is_next_code(account, code, now) or _is_recovery_code(account, code, now)):
            raise WrongCode(field="code")
        record_access(
            actor=staff_actor(account, session=actor.session, channel=actor.channel),
            person_id=account.person_id or 0,
            action="sign_in",
            data_group="account",
            purpose="own",
            actor_name=f"{NAMES_IN_THE_LOG[account.role]} {account.office_code}".strip(),
            now=now,
        )
    clear_tries(kind=kind, subject=subject)


def _is_next_code(account: Account, code: str, now: datetime) -> bool:
    """Of several that bring the same code at the same moment one passes: a single statement decides."""
    factor = SecondFactor.objects.get(account=account)
    step = step_of(opened_secret(factor), only_digits(code), now=now)
    if step is None:
        return False
    unused = SecondFactor.objects.filter(account=account, last_step__lt=step)
    return unused.update(last_step=step) == 1


def _is_recovery_code(account: Account, code: str, now: datetime) -> bool:
    unused = RecoveryCode.objects.filter(
        account=account, digest=recovery_digest(account.pk, code), used_at__isnull=True
    )
    return unused.update(used_at=now) == 1
