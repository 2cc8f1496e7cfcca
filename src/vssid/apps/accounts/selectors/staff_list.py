"""Who works at an office, for whoever looks after its staff."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Count

from vssid.apps.accounts.models import Account, SecondFactor, StaffChange
from vssid.apps.accounts.policies import may_give, may_look_after_staff
from vssid.apps.accounts.roles import Right, roles_that_may, staff_roles
from vssid.apps.accounts.selectors.staff_names import role_and_office
from vssid.apps.accounts.staff_changes import StaffChangeMatter, State, Wish, change_id, change_of
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.people.selectors.contacts import names_for
from vssid.apps.people.selectors.kinship import kin_of
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound
from vssid.kit.one_time_codes import moment_of
from vssid.kit.public_ids import find_by_public_id, public_id
from vssid.kit.vietnamese_order import sort_key

_NAMING = Actor(kind=ActorKind.SYSTEM, id="staff_list")
_MOST_REQUESTS = 30


@dataclass(frozen=True, slots=True)
class StaffLine:
    """``last_seen``: when a passkey or the app was last shown, None for never. ``passkey``: the factor no
    fraudulent page can pass on; ``app``: an authenticator app, which one can. ``touchable``: the actor may
    ask for a change and end it."""

    id: str
    person_id: int
    name: str
    role: str
    office: str
    last_seen: datetime | None
    passkey: bool
    app: bool
    touchable: bool

    @property
    def renewable(self) -> bool:
        """Whether a new code may be asked for here: an operator's way back in has rules of its own."""
        return self.touchable and bool(self.office) and self.role not in roles_that_may(Right.RUN_THE_SYSTEM)


@dataclass(frozen=True, slots=True)
class RequestLine:
    """``subject``: by which its case is found. ``ready``: a code waits, and the actor may hand it over."""

    id: str
    subject: str
    name: str
    wish: Wish
    role: str
    office: str
    asked_at: datetime
    state: State
    ready: bool


def offices_with_staff(actor: Actor) -> dict[str, int]:
    """How many work at each office the actor looks after. One statement."""
    rows = Account.objects.filter(role__in=staff_roles(), person_id__isnull=False)
    counted = rows.values_list("office_code").annotate(members=Count("pk")).order_by("office_code")
    return {office: members for office, members in counted if may_look_after_staff(actor, office=office)}


def staff_at(actor: Actor, office: str) -> tuple[StaffLine, ...]:
    """In the order of a Vietnamese dictionary. Raises NotAllowed. Five statements."""
    if not may_look_after_staff(actor, office=office):
        raise NotAllowed
    accounts = Account.objects.filter(role__in=staff_roles(), office_code=office, person_id__isnull=False)
    lines = _lines(actor, list(accounts))
    return tuple(sorted(lines, key=lambda line: sort_key(line.name)))


def open_member(actor: Actor, member: str, *, now: datetime) -> StaffLine:
    """One member by public id; the look stands in their log. NotFound where the actor does not look after
    them."""
    mine = list(offices_with_staff(actor))
    accounts = Account.objects.filter(role__in=staff_roles(), office_code__in=mine, person_id__isnull=False)
    account = find_by_public_id(member, accounts, member_id)
    if account is None:
        raise NotFound
    record_access(
        actor=actor,
        person_id=account.person_id or 0,
        action="read",
        data_group="account",
        purpose="security",
        actor_name=role_and_office(actor),
        now=now,
    )
    return next(iter(_lines(actor, [account])))


def requests_at(actor: Actor, office: str) -> tuple[RequestLine, ...]:
    """The newest first. Raises NotAllowed. Two statements."""
    if not may_look_after_staff(actor, office=office):
        raise NotAllowed
    rows = list(StaffChange.objects.filter(office_code=office).order_by("-moved_at")[:_MOST_REQUESTS])
    names = names_for(_NAMING, {row.person_id for row in rows})
    return tuple(_request(actor, row, names.get(row.person_id, "")) for row in rows)


def staff_change_matter(subject: str) -> StaffChangeMatter:
    """What the second person is shown of it."""
    change = change_of(subject)
    names = names_for(_NAMING, {change.person_id, change.asker_person_id})
    member = Account.objects.filter(person_id=change.person_id, role__in=staff_roles()).first()
    return StaffChangeMatter(
        name=names.get(change.person_id, ""),
        wish=Wish(change.wish),
        role=change.role,
        office=change.office_code,
        role_now=member.role if member else "",
        office_now=member.office_code if member else "",
        asked_by=names.get(change.asker_person_id, ""),
        asked_at=change.asked_at,
    )


def member_id(account: Account) -> str:
    return public_id("staff_member", account.pk)


def _request(actor: Actor, row: StaffChange, name: str) -> RequestLine:
    state = State(row.state)
    return RequestLine(
        id=change_id(row),
        subject=str(row.pk),
        name=name,
        wish=Wish(row.wish),
        role=row.role,
        office=row.office_code,
        asked_at=row.asked_at,
        state=state,
        ready=state is State.APPROVED and may_give(actor, role=row.role, office=row.office_code),
    )


def _lines(actor: Actor, accounts: Collection[Account]) -> list[StaffLine]:
    keys = [account.pk for account in accounts]
    names = names_for(_NAMING, {account.person_id or 0 for account in accounts})
    passkeys = Authenticator.objects.filter(user_id__in=keys, type=Authenticator.Type.WEBAUTHN)
    shown: dict[int, list[datetime | None]] = {}
    for user, at in passkeys.values_list("user_id", "last_used_at"):
        shown.setdefault(user, []).append(at)
    enrolled = SecondFactor.objects.filter(account_id__in=keys, enrolled_at__isnull=False)
    apps = {row.account_id: moment_of(row.last_step) if row.last_step else None for row in enrolled}
    close = _close_to(actor, [account.person_id or 0 for account in accounts])
    return [
        StaffLine(
            id=member_id(account),
            person_id=account.person_id or 0,
            name=names.get(account.person_id or 0, ""),
            role=account.role,
            office=account.office_code,
            last_seen=_latest([*shown.get(account.pk, ()), apps.get(account.pk)]),
            passkey=account.pk in shown,
            app=account.pk in apps,
            touchable=account.person_id not in close
            and may_give(actor, role=account.role, office=account.office_code),
        )
        for account in accounts
    ]


def _close_to(actor: Actor, people: Collection[int]) -> frozenset[int]:
    """The actor and their family: about them a colleague asks."""
    if actor.person_id is None:
        return frozenset()
    return kin_of(actor.person_id, people) | {actor.person_id}


def _latest(moments: Iterable[datetime | None]) -> datetime | None:
    return max((at for at in moments if at is not None), default=None)
