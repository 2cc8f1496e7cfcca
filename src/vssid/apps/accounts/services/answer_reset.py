"""Decides on a request for a new password and sends the code, or nothing. Nobody waits for its answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import orjson
from django.conf import settings
from django.db import transaction

from vssid.apps.accounts.errors import NoContact
from vssid.apps.accounts.holds import Act
from vssid.apps.accounts.models import Account, ResetAttempt
from vssid.apps.accounts.registrations.held import is_held
from vssid.apps.accounts.resets import A_DAY, A_MONTH, BETWEEN_CODES, Decision, Door, Step
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.count_caller import refused_caller
from vssid.apps.accounts.services.send_code import own_address, write_code
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.notifications.services.notify import notify
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM
from vssid.kit.sealing import lookup_digest
from vssid.kit.tokens import opened_token

TOKEN = "reset_request"  # noqa: S105 - the name of a kind of token
_ANSWERING = Actor(kind=ActorKind.SYSTEM, id="reset_service")


@dataclass(frozen=True, slots=True)
class ResetRequest:
    """``number``: as typed, empty at the counter. ``officer``: a pseudonym. ``address``: a contact that is to
    be proved by the code; by default the account's own. ``session`` and ``edge``: of a call."""

    number: str
    channel: Channel
    door: Door
    caller: str
    calling_from: str
    at: datetime
    officer: str = ""
    address: str = ""
    session: str = ""
    edge: str = ""
    degraded: bool = False


def answer_reset(*, token: str, now: datetime) -> Decision:
    """``token``: a request sealed by ``request_reset``. One too old to be waited for sends nothing."""
    request = _opened(token)
    return decide_reset(request, find_person(_ANSWERING, request.number), now=now)[0]


def decide_reset(request: ResetRequest, person_id: int | None, *, now: datetime) -> tuple[Decision, str]:
    """With the serial of the code that was sent. For our own services, which have found the person."""
    with transaction.atomic():
        accounts = Account.objects.select_for_update()  # two requests at once count one after the other
        account = accounts.filter(person_id=person_id, is_active=True).first() if person_id else None
        decision, address = _decision(account, request, now)
        serial = _send(account, request, address, now) if account and decision is Decision.SENT else ""
        ResetAttempt.objects.create(
            account=account,
            at=now,
            step=Step.REQUEST,
            decision=decision,
            door=request.door,
            channel=request.channel,
            number=lookup_digest("reset", request.number) if request.number else "",
            caller=request.caller,
            officer=request.officer,
            code=serial,
            session=request.session,
            edge=request.edge,
        )
    return decision, serial


def _opened(token: str) -> ResetRequest:
    asked = orjson.loads(opened_token(TOKEN, token))
    return ResetRequest(
        number=asked["number"],
        channel=Channel(asked["channel"]),
        door=Door(asked["door"]),
        caller=asked["caller"],
        calling_from=asked["calling_from"],
        at=datetime.fromtimestamp(asked["at"], UTC),
        officer=asked.get("officer", ""),
        session=asked.get("session", ""),
        edge=asked.get("edge", ""),
        degraded=asked.get("degraded", False),
    )


def _decision(account: Account | None, request: ResetRequest, now: datetime) -> tuple[Decision, str]:
    """With the address a code goes to."""
    if request.door is Door.HOTLINE and (refused := _refused_call(account, request, now)):
        return refused, ""
    if account is None or now - request.at > CodePurpose.RESET.lasts:
        return Decision.UNKNOWN, ""
    if is_held(account.person_id or 0, today=now.astimezone(VIETNAM).date()):
        return Decision.HELD, ""
    try:
        address = request.address or own_address(account.person_id, request.channel)
    except NoContact:
        return Decision.NO_CONTACT, ""
    if request.door is Door.HOTLINE and request.calling_from != address:
        return Decision.MISMATCH, ""
    if closed(account.pk, Act.RESET, now=now):
        return Decision.CLOSED, ""
    if _too_many(account, now):
        return Decision.TOO_MANY, ""
    return Decision.SENT, address


def _refused_call(account: Account | None, request: ResetRequest, now: datetime) -> Decision | None:
    """Whatever account it is about."""
    if not request.calling_from:
        return Decision.NO_CALLER
    many = refused_caller(
        caller=request.caller,
        account_id=account.pk if account else None,
        number=lookup_digest("reset", request.number),
        now=now,
    )
    return many or (Decision.DEGRADED if request.degraded else None)


def _too_many(account: Account, now: datetime) -> bool:
    sent = ResetAttempt.objects.filter(account=account, step=Step.REQUEST, decision=Decision.SENT)
    moments = list(sent.filter(at__gt=now - A_MONTH).values_list("at", flat=True))

    def within(window: timedelta) -> int:
        return sum(moment > now - window for moment in moments)

    return (
        within(BETWEEN_CODES) >= 1
        or within(A_DAY) >= settings.RESET_CODES_A_DAY
        or within(A_MONTH) >= settings.RESET_CODES_A_MONTH
    )


def _send(account: Account, request: ResetRequest, address: str, now: datetime) -> str:
    serial = write_code(
        account.pk, purpose=CodePurpose.RESET, channel=request.channel, address=address, now=now
    )
    person_id = account.person_id or 0
    notify(
        actor=_ANSWERING,
        person_id=person_id,
        code="auth.reset_requested",
        values={"at": now},
        key=serial,
        now=now,
    )
    record_access(
        actor=_ANSWERING,
        person_id=person_id,
        action="issue",
        data_group="account",
        purpose="support",
        now=now,
    )
    return serial
