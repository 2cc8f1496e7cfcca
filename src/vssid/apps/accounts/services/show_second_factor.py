"""The second step at the staff door: six digits from the app, or a recovery code."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.errors import ActivationNeeded, NotStaff
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.selectors.staff import Door, door_of
from vssid.apps.accounts.services.take_code import take_code
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.accounts.staff_roles import NAMES_IN_THE_LOG
from vssid.apps.audit.services.record_access import record_access
from vssid.domain.values.actor import Actor


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
    take_code(account_id=account.pk, code=code, now=now)
    record_access(
        actor=staff_actor(account, session=actor.session, channel=actor.channel),
        person_id=account.person_id or 0,
        action="sign_in",
        data_group="account",
        purpose="own",
        actor_name=f"{NAMES_IN_THE_LOG[account.role]} {account.office_code}".strip(),
        now=now,
    )
