"""Number, code and a new password: the old password ends here, and everything it opened."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.errors import PasswordAboutPerson, WrongSentCode
from vssid.apps.accounts.hashing import hashed
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import Account, OneTimeCode, ResetAttempt
from vssid.apps.accounts.password_rules import is_about
from vssid.apps.accounts.resets import A_DAY, Decision, Door, Step
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.accounts.services.end_sessions import end_all_sessions
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.services.redeem_code import count_code_try, live_serial, use_code, void_code
from vssid.apps.accounts.services.request_reset import keep_reset_pace
from vssid.apps.accounts.services.settle_counter_contact import settle_counter_contact
from vssid.apps.limits.services.clear_tries import clear_tries
from vssid.apps.limits.services.watch_canaries import watch_canaries
from vssid.apps.notifications.services.notify import notify
from vssid.apps.people.selectors.numbers import find_person, read_number
from vssid.apps.people.selectors.particulars import what_others_know
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.sealing import lookup_digest

_LOOKING_UP = Actor(kind=ActorKind.SYSTEM, id="reset_service")
_NOBODY = 0
_RESET = CodePurpose.RESET


def redeem_reset(
    *, number: str, code: str, new_password: str, network: str, now: datetime, door: Door = Door.WEB
) -> None:
    """Ends every session, token and known device. It opens no session: the person signs in with the new
    password, and with the second factor or VNeID where the account has one.

    ``new_password`` has passed the rules that know no person. The same statements, work and words for a
    number nobody has. Takes no actor. Not inside a transaction: tries count. Raises WrongSentCode,
    PasswordAboutPerson (the code stays good), NetworkSlowed, SignInBusy, or what is wrong with the number.
    """
    typed = read_number(number)[0][1]
    watch_canaries(number=typed, caller=network, door="reset")
    keep_reset_pace(network, now)
    person_id = find_person(_LOOKING_UP, number)
    account = Account.objects.filter(person_id=person_id or _NOBODY, is_active=True).first()
    encoded = hashed(new_password)
    attempt = ResetAttempt(
        account=account,
        at=now,
        step=Step.REDEEM,
        decision=Decision.WRONG,
        door=door,
        number=lookup_digest("reset", typed),
        caller=lookup_digest("caller", network),
    )
    attempt.code = live_serial(attempt.account_id, _RESET, now=now)
    counted = count_code_try(attempt.account_id, _RESET, now=now, about=typed)
    with transaction.atomic():
        # asked in any case: the same statements whatever is wrong
        won = use_code(attempt.account_id, _RESET, code, now=now) and counted
        if won and account is not None:
            _reset(account, attempt, new_password, encoded)
    if not won:
        attempt.code = attempt.code if counted else ""
        attempt.save(force_insert=True)
        _close_after_many_wrong(attempt.account_id, now)
        raise WrongSentCode(field="code")
    clear_tries(kind="sign_in_stranger", subject=f"account {attempt.account_id}")


def _reset(account: Account, attempt: ResetAttempt, new_password: str, encoded: str) -> None:
    person_id, now = account.person_id or _NOBODY, attempt.at
    if is_about(what_others_know(person_id), new_password):
        raise PasswordAboutPerson(field="password")
    account.password, account.must_change_password = encoded, False
    account.save(update_fields=["password", "must_change_password"])
    themselves = Actor(kind=ActorKind.CITIZEN, id=str(person_id), person_id=person_id, channel=attempt.door)
    end_all_sessions(actor=themselves, now=now)
    OneTimeCode.objects.filter(account=account).exclude(purpose=_RESET).delete()
    place_hold(account_id=account.pk, kind=HoldKind.AFTER_RESET, now=now)
    attempt.decision = Decision.DONE
    attempt.save(force_insert=True)
    log_own_change(actor=themselves, now=now)
    notify(
        actor=themselves,
        person_id=person_id,
        code="auth.password_reset",
        values={"at": now},
        key=attempt.code,
        now=now,
    )
    settle_counter_contact(actor=themselves, account=account, serial=attempt.code, now=now)
    count_adoption(
        event=Adoption.RECOVERED,
        channel=attempt.door,
        source=account.source,
        language=account.language,
        now=now,
    )


def _close_after_many_wrong(account_id: int | None, now: datetime) -> None:
    """Until VNeID or a visit. Asked for nobody too. Guesses when no code was on its way do not count."""
    wrong = ResetAttempt.objects.filter(
        account_id=account_id or _NOBODY, step=Step.REDEEM, decision=Decision.WRONG, at__gt=now - A_DAY
    )
    if wrong.exclude(code="").count() >= settings.RESET_WRONG_CODES_A_DAY:
        place_hold(account_id=account_id or _NOBODY, kind=HoldKind.WRONG_CODES, now=now)
        void_code(account_id or _NOBODY, _RESET)
