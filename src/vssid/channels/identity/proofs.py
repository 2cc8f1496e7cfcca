"""What was shown in a session, in the records the sign-in library keeps there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
    record_authentication,
)
from django.http import HttpRequest

from vssid.apps.accounts.assurance.proofs import Proof
from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.kit import clock

_RECORDS: Mapping[ProofKind, Mapping[str, object]] = {
    ProofKind.PASSWORD: {"method": "password"},
    ProofKind.TOTP: {"method": "mfa", "type": "totp"},
    ProofKind.RECOVERY_CODE: {"method": "mfa", "type": "recovery_codes"},
    ProofKind.VETTED_PASSKEY: {"method": "mfa", "type": "webauthn", "vetted": True},
    ProofKind.PASSKEY: {"method": "mfa", "type": "webauthn"},
    ProofKind.VNEID: {"method": "socialaccount", "provider": "vneid"},
    ProofKind.SMS_CODE: {"method": "code", "channel": "sms"},
    ProofKind.EMAIL_CODE: {"method": "code", "channel": "email"},
}
"""How each proof is written down; the first that fits is what a record says."""


def record_proof(
    request: HttpRequest, account: Any, kind: ProofKind, *, again: bool = False, **particulars: object
) -> None:
    """``again``: in the midst of a session. Of each kind the last one is kept, with its ``particulars``."""
    fields = dict(_RECORDS[kind])
    method = fields.pop("method")
    at = clock.now().timestamp()
    record_authentication(
        request, account, method, at=at, reauthenticated=again or None, **fields, **particulars
    )
    records = get_authentication_records(request, account)
    latest = {_kind_of(record): record for record in records}
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = list(latest.values())


def proofs_of(request: HttpRequest, account: Any) -> tuple[Proof, ...]:
    """What ``account`` has shown in the session of ``request``; what we do not know counts for nothing."""
    known = ((_kind_of(record), record) for record in get_authentication_records(request, account))
    return tuple(
        Proof(kind, datetime.fromtimestamp(record["at"], UTC), again=bool(record.get("reauthenticated")))
        for kind, record in known
        if kind is not None
    )


def _kind_of(record: Mapping[str, object]) -> ProofKind | None:
    return next((kind for kind, fields in _RECORDS.items() if fields.items() <= record.items()), None)
