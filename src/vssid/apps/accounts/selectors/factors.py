"""What an account can show beside the password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.mfa.models import Authenticator

from vssid.apps.accounts.assurance.tables import Act, ProofKind
from vssid.apps.accounts.models import Account, RecoveryCode, SecondFactor
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.one_time_codes import moment_of
from vssid.kit.public_ids import public_id

_PASSKEY = Authenticator.Type.WEBAUTHN


@dataclass(frozen=True, slots=True)
class Passkey:
    """``vetted``: enrolled in a session of high assurance."""

    id: str
    name: str
    added: datetime
    last_used: datetime | None
    vetted: bool


@dataclass(frozen=True, slots=True)
class App:
    """The authenticator app: one an account."""

    added: datetime
    last_used: datetime | None


@dataclass(frozen=True, slots=True)
class Factors:
    """``codes_left``: recovery codes not used yet."""

    passkeys: tuple[Passkey, ...]
    app: App | None
    codes_left: int

    @property
    def any(self) -> bool:
        return bool(self.passkeys or self.app)

    @property
    def act(self) -> Act:
        """What whoever wants to change them asks leave for."""
        return Act.CHANGE_FACTORS if self.any else Act.ADD_FIRST_FACTOR

    @property
    def held(self) -> frozenset[ProofKind]:
        """What can be shown with them."""
        kinds = {ProofKind.VETTED_PASSKEY if one.vetted else ProofKind.PASSKEY for one in self.passkeys}
        kinds |= {ProofKind.TOTP} if self.app else set()
        kinds |= {ProofKind.RECOVERY_CODE} if self.codes_left else set()
        return frozenset(kinds)


def own_factors(actor: Actor) -> Factors:
    """The actor's own. NotFound for a visitor."""
    if actor.person_id is None:
        raise NotFound
    return factors_of(Account.objects.only("pk").get(person_id=actor.person_id).pk)


def factors_of(account_id: int) -> Factors:
    """Three statements. For our own services and doors, which have found the account themselves."""
    rows = Authenticator.objects.filter(user_id=account_id, type=_PASSKEY).order_by("created_at", "pk")
    app = SecondFactor.objects.filter(account_id=account_id, enrolled_at__isnull=False).first()
    return Factors(
        passkeys=tuple(map(_passkey, rows)),
        app=_app(app) if app else None,
        codes_left=RecoveryCode.objects.filter(account_id=account_id, used_at__isnull=True).count(),
    )


def is_vetted(row: Authenticator) -> bool:
    return row.data.get("vetted") is True


def passkey_id(row: Authenticator) -> str:
    return public_id("passkey", row.pk)


def _passkey(row: Authenticator) -> Passkey:
    return Passkey(passkey_id(row), row.data["name"], row.created_at, row.last_used_at, is_vetted(row))


def _app(row: SecondFactor) -> App:
    added = row.enrolled_at or datetime.fromtimestamp(0, UTC)
    return App(added, moment_of(row.last_step) if row.last_step else None)
