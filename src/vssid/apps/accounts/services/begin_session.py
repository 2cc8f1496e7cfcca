"""What a successful sign-in leaves behind: a known device, a line in the access log, word of a new device,
the use of the account counted once a month; and an account that was to be closed is kept."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import connection, transaction

from vssid.apps.accounts.device_labels import device_label
from vssid.apps.accounts.models import Account, KnownDevice
from vssid.apps.accounts.services.count_adoption import count_use
from vssid.apps.accounts.services.keep_account import keep_account
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.notifications.services.notify import notify
from vssid.apps.retention.schedule import kept
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed, marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.sealing import lookup_digest

DEVICE_REMEMBERED = kept("devices")
_DEVICES_AN_ACCOUNT = 20


def begin_session(
    *, account: Account, actor: Actor, device_token: str, user_agent: str, now: datetime
) -> str:
    """The token the browser keeps from now on. It is new at every sign-in: one planted before is worthless.

    Other accounts that were used on the same browser stay known under the new token. ``account``: the one
    just signed in to, as it was read for this.
    """
    if actor.person_id is None or actor.person_id != account.person_id:
        raise NotAllowed
    token = secrets.token_urlsafe(32)
    old, new = lookup_digest("device", device_token), lookup_digest("device", token)
    label = device_label(user_agent)
    with transaction.atomic():
        known = account.pk in _renamed(old, new, account.pk, label, now)
        others = [] if known else _added(account, new, label, now)
        if account.closes_at is not None:
            keep_account(actor=actor, now=now)
        count_use(account=account, channel=actor.channel, now=now)
        record_access(
            actor=actor,
            person_id=actor.person_id,
            action="sign_in",
            data_group="account",
            purpose="own",
            now=now,
        )
        if others:
            _tell_of_new_device(actor, actor.person_id, label, new, now)
    return token


def _renamed(old: str, new: str, account_id: int, label: str, now: datetime) -> set[int]:
    """The accounts that know the browser, from now on under ``new``. ``account_id`` was used on it just now.

    Plain SQL: a queryset would ask twice, because an update does not tell which rows it met.
    """
    seen = KnownDevice._meta.get_field("last_seen").get_db_prep_save(now, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {connection.ops.quote_name(KnownDevice._meta.db_table)} SET token_digest = %s, "  # noqa: S608
            "last_seen = CASE WHEN account_id = %s THEN %s ELSE last_seen END, "
            "label = CASE WHEN account_id = %s THEN %s ELSE label END "
            "WHERE token_digest = %s RETURNING account_id",
            [new, account_id, seen, account_id, label, old],
        )
        return {account for (account,) in cursor.fetchall()}


def _tell_of_new_device(actor: Actor, person_id: int, label: str, digest: str, now: datetime) -> None:
    """Not of the first device of all: whoever has just been given the account knows."""
    device = label or Sentence(marked("a browser that does not say what it is"))
    notify(
        actor=actor,
        person_id=person_id,
        code="auth.new_device",
        values={"device": device, "at": now},
        key=digest,
        now=now,
    )


def _added(account: Account, digest: str, label: str, now: datetime) -> list[int]:
    """The account's earlier devices, the latest first; too many of them are forgotten."""
    own = KnownDevice.objects.filter(account=account)
    others = list(own.order_by("-last_seen").values_list("pk", flat=True))
    own.create(account=account, token_digest=digest, first_seen=now, last_seen=now, label=label)
    if surplus := others[_DEVICES_AN_ACCOUNT - 1 :]:
        own.filter(pk__in=surplus).delete()
    return others
