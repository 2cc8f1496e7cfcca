"""Finds a registration by what its applicant holds, and takes it from one state to the next."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import Answers
from vssid.apps.accounts.registrations.codes import token_digest
from vssid.apps.accounts.registrations.errors import NoRegistration, RegistrationMoved
from vssid.apps.accounts.registrations.numbers import dossier_number, key_in
from vssid.apps.accounts.registrations.states import TABLE, Step
from vssid.apps.notifications.vocabulary import Channel

BULK = frozenset({"employer", "school"})
"""The channels of lists."""
_PROVABLE = ("phone", "email")
_CHANNELS = {"phone": Channel.SMS, "email": Channel.EMAIL}


def row_of(token: str, *, locked: bool = False) -> Registration:
    """The one the browser's token opens; NoRegistration. ``locked``: within a transaction."""
    rows = Registration.objects.select_for_update() if locked else Registration.objects
    row = rows.filter(browser_digest=token_digest(token)).first() if token else None
    if row is None:
        raise NoRegistration
    return row


def numbered(typed: str) -> Registration | None:
    key = key_in(typed)
    row = Registration.objects.filter(pk=key).first() if key is not None else None
    written = "".join(sign for sign in typed if sign.isdigit())
    return row if row is not None and written == _digits(row) else None


def number_of(row: Registration) -> str:
    return dossier_number(row.pk, row.begun_at)


def move(row: Registration, step: Step, *, now: datetime, **changes: object) -> None:
    """In the caller's transaction: one statement that only one of many can win; RegistrationMoved."""
    line = TABLE.steps[step]
    values = {"state": line.target, "changed_at": now, **changes}
    if Registration.objects.filter(pk=row.pk, state__in=line.sources).update(**values) != 1:
        raise RegistrationMoved
    for name, value in values.items():
        setattr(row, name, value)


def proven_channels(row: Registration) -> list[tuple[Channel, str]]:
    """Each proven contact: its channel, and the name of its answer."""
    return [(_CHANNELS[name], name) for name in _PROVABLE if getattr(row, f"{name}_proven_at")]


def reachable_channels(row: Registration, answers: Answers) -> list[tuple[Channel, str]]:
    """Where a code opens it elsewhere: proven contacts, and those an officer wrote down at the counter."""
    proven = proven_channels(row)
    if proven or not row.officer:
        return proven
    return [(_CHANNELS[name], name) for name in _PROVABLE if getattr(answers, name)]


def told_channels(row: Registration, answers: Answers) -> list[tuple[Channel, str]]:
    """Where the applicant hears of it: every proven contact; of an employer's or school's list the first one
    it names, which nobody has proved until the activation code that went there comes back."""
    proven = proven_channels(row)
    if proven or row.channel not in BULK:
        return proven
    return [(_CHANNELS[name], name) for name in _PROVABLE if getattr(answers, name)][:1]


def prove_by_activation(row: Registration, answers: Answers, *, now: datetime) -> None:
    """Whoever has typed the activation code holds the contact it was sent to."""
    moments = {f"{name}_proven_at": now for _, name in told_channels(row, answers)}
    if not proven_channels(row) and moments:
        Registration.objects.filter(pk=row.pk).update(**moments)
        for name, moment in moments.items():
            setattr(row, name, moment)


def _digits(row: Registration) -> str:
    return "".join(sign for sign in number_of(row) if sign.isdigit())
