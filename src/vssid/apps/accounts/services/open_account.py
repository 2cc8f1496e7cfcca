"""Opens an account for a person the record knows."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from vssid.apps.accounts.new_accounts import create_account
from vssid.apps.accounts.policies import may_open_account
from vssid.apps.audit.services.record_access import record_access
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


def open_account(
    *,
    actor: Actor,
    person_id: int,
    password: str | None,
    now: datetime,
    role: str = "citizen",
    office_code: str = "",
    language: str = "vi",
    must_change_password: bool = True,
    purpose: str = "support",
    case: str = "",
    source: str = "",
) -> None:
    """``role``: citizen or officer. A first password was seen by others and must be changed, unless told;
    None: no password opens the account, only another way in. ``purpose``, ``case``: for the access log.
    ``source``: what brought the person.

    Raises AccountExists, NotAllowed.
    """
    if not may_open_account(actor):
        raise NotAllowed
    encoded = make_password(password)
    with transaction.atomic():
        create_account(
            person_id=person_id,
            now=now,
            password=encoded,
            role=role,
            office_code=office_code,
            language=language,
            must_change_password=must_change_password,
            source=source,
        )
        record_access(
            actor=actor,
            person_id=person_id,
            action="issue",
            data_group="account",
            purpose=purpose,
            case=case,
            now=now,
        )
