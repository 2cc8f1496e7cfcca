"""Proves the telephone or mailbox of a registration by a code."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from vssid.apps.accounts.code_counts import count_code
from vssid.apps.accounts.models import Registration, RegistrationCode
from vssid.apps.accounts.registrations.answers import opened
from vssid.apps.accounts.registrations.codes import CODE_LASTS, MOST_TRIES, code_digest, new_code
from vssid.apps.accounts.registrations.errors import TooManySent, WrongRegistrationCode
from vssid.apps.accounts.registrations.rows import row_of
from vssid.apps.accounts.services.begin_registration import kept_until
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.services.send_addressed import write_to
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.typed_codes import as_typed

NAMES = {Channel.SMS: "phone", Channel.EMAIL: "email"}
_OF_A_NETWORK = 60
_TO_REGISTER = Sentence(marked("register an account"))


def send_proof_code(*, token: str, channel: Channel, network: str, now: datetime) -> None:
    """The one before is void. Not within a transaction. Raises NoRegistration, TooManySent."""
    row = row_of(token)
    address = _address(row, channel)
    count_codes(address, network, now)
    write_proof_code(row, channel, address, now)


def prove_contact(*, token: str, channel: Channel, typed: str, now: datetime) -> None:
    """Not within a transaction. Raises NoRegistration, WrongRegistrationCode."""
    row = row_of(token)
    if not redeem(row, channel, typed, now):
        raise WrongRegistrationCode(field=NAMES[channel])
    with transaction.atomic():
        # another address may have been answered since: it is not the one the code went to
        if _address(row_of(token, locked=True), channel) != _address(row, channel):
            raise WrongRegistrationCode(field=NAMES[channel])
        Registration.objects.filter(pk=row.pk).update(
            **{f"{NAMES[channel]}_proven_at": now}, keep_until=kept_until(now)
        )


def count_codes(address: str, network: str, now: datetime) -> None:
    """What somebody else would have to pay or read: few an address, many a network. Not within a
    transaction."""
    count_code(f"register {address}", TooManySent, now=now)
    verdict = try_hit(
        kind="registration_codes",
        subject=f"network {network}",
        limit=_OF_A_NETWORK,
        window=timedelta(hours=1),
        now=now,
        growth=1,
    )
    verdict.pass_or(TooManySent, now=now)


def write_proof_code(row: Registration, channel: Channel, address: str, now: datetime) -> None:
    code = new_code()
    fresh = {
        "digest": code_digest(row.pk, channel, address, code),
        "sent_at": now,
        "expires_at": now + CODE_LASTS,
        "tries": 0,
    }
    minutes = int(CODE_LASTS.total_seconds() // 60)
    with transaction.atomic():
        RegistrationCode.objects.update_or_create(registration=row, channel=channel, defaults=fresh)
        write_to(
            code="auth.code",
            values={"code": code, "purpose": _TO_REGISTER, "minutes": minutes},
            channel=channel,
            address=address,
            language=row.language,
            now=now,
        )


def redeem(row: Registration, channel: Channel, typed: str, now: datetime) -> bool:
    """Counts the try before it looks; the code is gone once it was right. One of many at once gets true."""
    codes = RegistrationCode.objects.filter(registration=row, channel=channel, expires_at__gt=now)
    with transaction.atomic(durable=True):
        if codes.filter(tries__lt=MOST_TRIES).update(tries=F("tries") + 1) != 1:
            return False
    digest = code_digest(row.pk, channel, _address(row, channel), as_typed(typed))
    kept = codes.values_list("digest", flat=True).first() or ""
    if not hmac.compare_digest(digest, kept):
        return False
    return codes.filter(digest=digest).delete()[0] == 1


def _address(row: Registration, channel: Channel) -> str:
    address: str = getattr(opened(row.answers_sealed, row.pk), NAMES[channel])
    return address
