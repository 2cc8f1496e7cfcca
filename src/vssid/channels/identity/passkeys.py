"""The two ceremonies of a passkey: making one, showing one. The library checks it.

The device always checks its holder (finger, face, PIN): a passkey is two things at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError

from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.apps.accounts.errors import PasskeyNotMade, WrongPasskey
from vssid.apps.accounts.selectors.factors import is_vetted

_UNREADABLE = (ValidationError, ValueError, TypeError, KeyError, AttributeError)
"""What the library raises at whatever a browser may send."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passkey that was shown: whose it is, unnamed (Any) because doors know no tables."""

    account: Any
    kind: ProofKind


def creation_options(account: Any) -> str:
    """JSON for the browser. The device is asked to keep the name of the account, so none need be typed."""
    return _as_json(auth.begin_registration(account, True))


def made_credential(answer: str) -> Mapping[str, object]:
    """What the device made, checked against the question. Raises PasskeyNotMade."""
    try:
        credential: dict[str, object] = json.loads(answer)
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    except _UNREADABLE as error:
        raise PasskeyNotMade from error
    return credential


def request_options(account: Any = None) -> str:
    """JSON for the browser: any passkey of this site, or one of ``account``."""
    return _as_json(auth.begin_authentication(account))


def shown_passkey(answer: str, account: Any = None) -> Shown:
    """The passkey that answered, of ``account`` or of whoever it names. Raises WrongPasskey."""
    try:
        credential = json.loads(answer)
        auth.parse_authentication_response(credential)
        holder = account or auth.extract_user_from_response(credential)
        row: Authenticator = auth.complete_authentication(holder, credential)
    except _UNREADABLE as error:
        raise WrongPasskey from error
    if not holder.is_active:
        raise WrongPasskey
    row.record_usage()
    return Shown(holder, ProofKind.VETTED_PASSKEY if is_vetted(row) else ProofKind.PASSKEY)


def _as_json(options: Mapping[str, object]) -> str:
    return json.dumps(options["publicKey"])
