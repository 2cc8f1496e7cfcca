"""What is shown beside the password: added, used once, named, taken away, and who may do it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.apps.accounts.errors import (
    ActivationNeeded,
    AppExists,
    OnHold,
    PasskeyUnnamed,
    TooManyPasskeys,
    TooManyTries,
    WrongCode,
)
from vssid.apps.accounts.holds import HoldKind
from vssid.apps.accounts.models import RecoveryCode
from vssid.apps.accounts.second_factor_codes import new_salt, recovery_digest, salt_of
from vssid.apps.accounts.selectors.factors import factors_of, own_factors
from vssid.apps.accounts.services.add_passkey import MOST, add_passkey
from vssid.apps.accounts.services.make_recovery_codes import make_recovery_codes
from vssid.apps.accounts.services.place_hold import place_hold
from vssid.apps.accounts.services.remove_factor import APP, CODES, name_passkey, remove_factor
from vssid.apps.accounts.services.set_up_second_factor import begin_second_factor, confirm_second_factor
from vssid.apps.accounts.services.take_code import take_code
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.models import Notice
from vssid.domain.values.actor import ANONYMOUS, Actor, Assurance
from vssid.domain.values.problem import NotFound
from vssid.kit.one_time_codes import code_at

LOW, MEDIUM, HIGH = Assurance.LOW, Assurance.MEDIUM, Assurance.HIGH
HERE = {"current_key": "here"}


def fresh(member: Member, level: Assurance = LOW, **values: Any) -> Actor:
    account_of(member)
    return citizen(member, assurance=level, fresh_assurance=level, **values)


def with_app(member: Member, now: datetime) -> tuple[str, tuple[str, ...]]:
    secret = begin_second_factor(actor=fresh(member), now=now)
    codes = confirm_second_factor(actor=fresh(member), code=code_at(secret, now), now=now, **HERE)
    return secret, codes


def with_passkey(member: Member, now: datetime, level: Assurance = LOW, name: str = "Điện thoại") -> str:
    add_passkey(actor=fresh(member, level), name=name, credential={"id": "x"}, now=now, **HERE)
    return own_factors(fresh(member)).passkeys[-1].id


def test_the_app_is_set_up_with_a_right_code_that_is_then_used(lan: Member, now: datetime) -> None:
    secret, codes = with_app(lan, now)
    assert len(set(codes)) == 10
    assert factors_of(account_of(lan).pk).any
    with pytest.raises(WrongCode):
        take_code(account_id=account_of(lan).pk, code=code_at(secret, now), now=now)
    later = now + timedelta(seconds=30)
    taken = take_code(account_id=account_of(lan).pk, code=code_at(secret, later), now=later)
    assert taken is ProofKind.TOTP


def test_a_secret_that_was_shown_before_is_worthless(lan: Member, now: datetime) -> None:
    seen_by_a_thief = begin_second_factor(actor=fresh(lan), now=now)
    secret = begin_second_factor(actor=fresh(lan), now=now)
    assert secret != seen_by_a_thief
    with pytest.raises(WrongCode):
        confirm_second_factor(actor=fresh(lan), code=code_at(seen_by_a_thief, now), now=now, **HERE)


def test_a_waiting_secret_opens_nothing(lan: Member, now: datetime) -> None:
    secret = begin_second_factor(actor=fresh(lan), now=now)
    with pytest.raises(WrongCode):
        take_code(account_id=account_of(lan).pk, code=code_at(secret, now), now=now)
    assert not factors_of(account_of(lan).pk).any


def test_codes_are_kept_as_digests_and_work_once(lan: Member, now: datetime) -> None:
    _, codes = with_app(lan, now)
    assert not set(codes) & set(RecoveryCode.objects.values_list("digest", flat=True))
    account_id = account_of(lan).pk
    digests = set(RecoveryCode.objects.values_list("digest", flat=True))
    assert len(digests) == 10
    (salt,) = {salt_of(digest) for digest in digests}
    assert digests == {recovery_digest(account_id, code, salt) for code in codes}
    assert recovery_digest(account_id, codes[0], new_salt()) not in digests
    typed = f"{codes[0][:4]}-{codes[0][4:]}".lower()
    assert take_code(account_id=account_id, code=typed, now=now) is ProofKind.RECOVERY_CODE
    with pytest.raises(WrongCode):
        take_code(account_id=account_id, code=typed, now=now)
    assert own_factors(fresh(lan)).codes_left == 9


def test_guessing_codes_is_stopped(lan: Member, now: datetime) -> None:
    _, codes = with_app(lan, now)
    for _ in range(5):
        with pytest.raises(WrongCode):
            take_code(account_id=account_of(lan).pk, code="AAAA-AAAA", now=now)
    with pytest.raises(TooManyTries):
        take_code(account_id=account_of(lan).pk, code=codes[0], now=now)


def test_the_first_factor_asks_for_a_fresh_password_the_next_for_the_first(
    lan: Member, now: datetime
) -> None:
    stale = citizen(lan)
    account_of(lan)
    with pytest.raises(StepUpNeeded):
        begin_second_factor(actor=stale, now=now)
    with_app(lan, now)
    passkey: dict[str, Any] = {"name": "x", "credential": {}, "now": now, **HERE}
    with pytest.raises(StepUpNeeded):
        add_passkey(actor=fresh(lan), **passkey)
    assert add_passkey(actor=fresh(lan, MEDIUM), **passkey) == (), "codes are there already"


@pytest.mark.parametrize("factor", [APP, CODES])
def test_a_password_takes_nothing_away(lan: Member, now: datetime, factor: str) -> None:
    with_app(lan, now)
    for actor in (fresh(lan), citizen(lan, assurance=HIGH)):
        with pytest.raises(StepUpNeeded):
            remove_factor(actor=actor, factor=factor, now=now, **HERE)
        with pytest.raises(StepUpNeeded):
            make_recovery_codes(actor=actor, now=now, **HERE)


def test_with_the_last_one_the_codes_go(lan: Member, now: datetime) -> None:
    with_app(lan, now)
    remove_factor(actor=fresh(lan, MEDIUM), factor=APP, now=now, **HERE)
    assert own_factors(fresh(lan)).held == frozenset()
    with pytest.raises(NotFound):
        remove_factor(actor=fresh(lan, MEDIUM), factor=APP, now=now, **HERE)


def test_after_a_reset_by_code_no_first_factor_for_three_days(lan: Member, now: datetime) -> None:
    """A SIM that was taken over gains a look: neither a stronger way in nor what it would open."""
    place_hold(account_id=account_of(lan).pk, kind=HoldKind.AFTER_RESET, now=now)
    with pytest.raises(OnHold):
        begin_second_factor(actor=fresh(lan), now=now)
    with pytest.raises(OnHold):
        with_passkey(lan, now)
    with_passkey(lan, now, HIGH, name="after VNeID")
    remove_factor(actor=fresh(lan, HIGH), factor=own_factors(fresh(lan)).passkeys[0].id, now=now, **HERE)
    with_app(lan, now + timedelta(hours=72))


def test_only_one_app(lan: Member, now: datetime) -> None:
    with_app(lan, now)
    with pytest.raises(AppExists):
        begin_second_factor(actor=fresh(lan, HIGH), now=now)


@pytest.mark.parametrize(("level", "vetted"), [(LOW, False), (HIGH, True)])
def test_a_passkey_opens_as_much_as_what_it_was_added_with(
    lan: Member, now: datetime, level: Assurance, vetted: bool
) -> None:
    with_passkey(lan, now, level)
    kind = ProofKind.VETTED_PASSKEY if vetted else ProofKind.PASSKEY
    assert own_factors(fresh(lan)).held == {kind, ProofKind.RECOVERY_CODE}


def test_an_old_strong_sign_in_vets_no_passkey(lan: Member, now: datetime) -> None:
    account_of(lan)
    actor = citizen(lan, assurance=HIGH, fresh_assurance=LOW)
    add_passkey(actor=actor, name="x", credential={}, now=now, **HERE)
    assert not own_factors(actor).passkeys[0].vetted


def test_passkeys_are_named_and_counted(lan: Member, now: datetime) -> None:
    key = with_passkey(lan, now)
    name_passkey(actor=fresh(lan, MEDIUM), factor=key, name="  Máy ở nhà ")
    assert own_factors(fresh(lan)).passkeys[0].name == "Máy ở nhà"
    with pytest.raises(PasskeyUnnamed):
        name_passkey(actor=fresh(lan, MEDIUM), factor=key, name="  ")
    for _ in range(MOST - 1):
        with_passkey(lan, now, MEDIUM)
    with pytest.raises(TooManyPasskeys):
        with_passkey(lan, now, MEDIUM)


def test_nobody_touches_anothers(lan: Member, mai: Member, now: datetime) -> None:
    key = with_passkey(lan, now)
    stranger = fresh(mai, HIGH)
    for refused in (
        lambda: remove_factor(actor=stranger, factor=key, now=now, **HERE),
        lambda: name_passkey(actor=stranger, factor=key, name="mine"),
        lambda: own_factors(ANONYMOUS),
    ):
        with pytest.raises(NotFound):
            refused()
    assert len(own_factors(fresh(lan)).passkeys) == 1


def test_every_change_is_told_and_written_down(lan: Member, now: datetime) -> None:
    key = with_passkey(lan, now)
    make_recovery_codes(actor=fresh(lan, MEDIUM), now=now, **HERE)
    remove_factor(actor=fresh(lan, MEDIUM), factor=key, now=now, **HERE)
    assert Notice.objects.filter(person_id=lan.person_id, code="auth.factors_changed").count() == 3
    changes = AccessEvent.objects.filter(person_id=lan.person_id, action="change", data_group="account")
    assert changes.count() == 3


def test_staff_set_up_nothing_with_a_stolen_password(tuan: Member, now: datetime) -> None:
    thief = fresh(tuan, roles=frozenset({"officer"}))
    with pytest.raises(ActivationNeeded):
        begin_second_factor(actor=thief, now=now)
    with pytest.raises(ActivationNeeded):
        add_passkey(actor=thief, name="x", credential={}, now=now, **HERE)
