"""“This was not me”: the code is void, no code is sent any more, and somebody looks into it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.errors import WrongSentCode
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account, ResetAttempt
from vssid.apps.accounts.resets import Decision, Door, Step
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.services.redeem_code import count_code_try, use_code, void_code
from vssid.apps.accounts.services.request_reset import keep_reset_pace
from vssid.apps.audit.services.report_entry import report_event
from vssid.apps.limits.services.watch_canaries import watch_canaries
from vssid.apps.people.selectors.numbers import find_person, read_number
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit.sealing import lookup_digest

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="reset_service")
_NOBODY = 0


def deny_reset(*, actor: Actor, now: datetime) -> None:
    """By somebody signed in, of their own account. Again: nothing more happens."""
    if actor.person_id is None:
        raise NotAllowed
    account = Account.objects.get(person_id=actor.person_id)
    with transaction.atomic():
        _freeze(account, actor, lookup_digest("reset", actor.id), caller="", now=now)


def deny_reset_by_code(*, number: str, code: str, network: str, now: datetime) -> None:
    """By who received a code unasked: the code itself proves whose message it was, and is used up by it.

    Takes no actor. Not inside a transaction. Raises WrongSentCode (also for a number nobody has),
    NetworkSlowed, or what is wrong with the number's form.
    """
    typed = read_number(number)[0][1]
    watch_canaries(number=typed, caller=network, door="reset")
    keep_reset_pace(network, now)
    person_id = find_person(_LOOKING_UP, number)
    account = Account.objects.filter(person_id=person_id or _NOBODY, is_active=True).first()
    account_id = account.pk if account else _NOBODY
    counted = count_code_try(account_id, CodePurpose.RESET, now=now, about=typed)
    with transaction.atomic():
        right = use_code(account_id, CodePurpose.RESET, code, now=now) and counted
        if right and account is not None:
            themselves = Actor(kind=ActorKind.CITIZEN, id=str(person_id), person_id=person_id, channel="web")
            caller = lookup_digest("caller", network)
            _freeze(account, themselves, lookup_digest("reset", typed), caller=caller, now=now)
    if not right:
        raise WrongSentCode(field="code")


def _freeze(account: Account, actor: Actor, number: str, *, caller: str, now: datetime) -> None:
    void_code(account.pk, CodePurpose.RESET)
    place_hold(account_id=account.pk, kind=HoldKind.NOT_ME, now=now)
    ResetAttempt.objects.create(
        account=account,
        at=now,
        step=Step.NOT_ME,
        decision=Decision.FROZEN,
        door=Door.WEB,
        number=number,
        caller=caller,
    )
    report_event(actor=actor, data_group="account", what="reset", now=now)
