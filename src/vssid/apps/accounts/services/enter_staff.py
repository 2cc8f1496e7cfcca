"""The second step at the staff door was taken: it is written into the log."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.apps.accounts.errors import NotStaff, PasskeyNeeded
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.roles import name_in_log, staff_roles
from vssid.apps.accounts.selectors.staff import opening
from vssid.apps.accounts.staff_actors import staff_actor
from vssid.apps.audit.services.record_access import record_access
from vssid.domain.values.actor import Actor


def enter_staff(*, actor: Actor, shown: ProofKind, now: datetime) -> None:
    """Writes the sign-in of a member of staff into the log. ``actor``: who has given the password; ``shown``:
    the second thing, just taken.

    Raises NotStaff, PasskeyNeeded.
    """
    if not actor.roles & staff_roles():
        raise NotStaff
    if shown not in opening():
        raise PasskeyNeeded
    account = Account.objects.get(person_id=actor.person_id)
    record_access(
        actor=staff_actor(account, session=actor.session, channel=actor.channel),
        person_id=account.person_id or 0,
        action="sign_in",
        data_group="account",
        purpose="own",
        actor_name=f"{name_in_log([account.role])} {account.office_code}".strip(),
        now=now,
    )
