"""Every row of the table of ways in: what it proves, what it may do, and for how long a proof is fresh."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from vssid.apps.accounts.assurance import tables
from vssid.apps.accounts.assurance.leave import StepUpNeeded, has_proven_enough, proofs_for, require
from vssid.apps.accounts.assurance.proofs import Proof, assurance_of, fresh_assurance_of
from vssid.apps.accounts.assurance.tables import Act, BrokenTable, ProofKind
from vssid.domain.values.actor import Actor, ActorKind, Assurance

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
LASTS = timedelta(minutes=5)

VNEID, TOTP, PASSWORD = ProofKind.VNEID, ProofKind.TOTP, ProofKind.PASSWORD
PASSKEY, VETTED, RECOVERY = ProofKind.PASSKEY, ProofKind.VETTED_PASSKEY, ProofKind.RECOVERY_CODE
SMS, EMAIL = ProofKind.SMS_CODE, ProofKind.EMAIL_CODE

ALWAYS = {Act.DISPUTE}
LOW = ALWAYS | {Act.VIEW, Act.PREFERENCES, Act.PASSWORD}
MEDIUM = LOW | {Act.FILE_DOSSIER}
FRESH_LOW = {Act.VISITS, Act.ADD_FIRST_FACTOR}
FRESH_MEDIUM = FRESH_LOW | {Act.CHANGE_FACTORS}
EVERYTHING = set(Act)

TABLE = [
    # shown, level; open at once, an hour later, and then with the last proof (no code by message) given again
    ([VNEID], Assurance.HIGH, EVERYTHING, MEDIUM, EVERYTHING),
    ([VETTED], Assurance.HIGH, EVERYTHING, MEDIUM, EVERYTHING),
    ([PASSKEY], Assurance.MEDIUM, MEDIUM | FRESH_MEDIUM, MEDIUM, MEDIUM | FRESH_MEDIUM),
    ([PASSWORD, TOTP], Assurance.MEDIUM, MEDIUM | FRESH_MEDIUM, MEDIUM, MEDIUM | FRESH_MEDIUM),
    ([PASSWORD, RECOVERY], Assurance.MEDIUM, MEDIUM | FRESH_MEDIUM, MEDIUM, MEDIUM | FRESH_MEDIUM),
    ([PASSWORD, SMS], Assurance.LOW, LOW, LOW, LOW | FRESH_LOW),
    ([PASSWORD, EMAIL], Assurance.LOW, LOW, LOW, LOW | FRESH_LOW),
    ([PASSWORD], Assurance.LOW, LOW, LOW, LOW | FRESH_LOW),
    ([], Assurance.NONE, ALWAYS, ALWAYS, ALWAYS),
]
NOT_ENOUGH = [[TOTP], [RECOVERY], [SMS], [EMAIL], [SMS, EMAIL], [TOTP, SMS, RECOVERY]]


def actor_at(proofs: list[Proof], now: datetime) -> Actor:
    fresh = fresh_assurance_of(proofs, now=now, lasts=LASTS)
    return Actor(kind=ActorKind.CITIZEN, assurance=assurance_of(proofs), fresh_assurance=fresh)


def open_to(actor: Actor) -> set[Act]:
    return {act for act in Act if has_proven_enough(actor, act)}


@pytest.mark.parametrize(("shown", "level", "at_once", "later", "again"), TABLE)
def test_a_row_of_the_table(
    shown: list[ProofKind], level: Assurance, at_once: set[Act], later: set[Act], again: set[Act]
) -> None:
    proofs = [Proof(kind, NOW) for kind in shown]
    hour_later = NOW + timedelta(hours=1)
    given_again = [kind for kind in shown if kind not in {SMS, EMAIL}][-1:]
    repeated = [*proofs, *(Proof(kind, hour_later, again=True) for kind in given_again)]
    assert assurance_of(proofs) is level
    assert open_to(actor_at(proofs, NOW)) == at_once
    assert open_to(actor_at(proofs, hour_later)) == later
    assert open_to(actor_at(repeated, hour_later)) == again


@pytest.mark.parametrize("shown", NOT_ENOUGH)
def test_a_second_thing_without_the_first_proves_nothing(shown: list[ProofKind]) -> None:
    proofs = [Proof(kind, NOW, again=True) for kind in shown]
    assert open_to(actor_at(proofs, NOW)) == ALWAYS


@pytest.mark.parametrize("restricted", [[PASSWORD, SMS], [PASSWORD, EMAIL], [PASSWORD, SMS, EMAIL]])
def test_a_stolen_telephone_gains_a_look_and_no_more(restricted: list[ProofKind]) -> None:
    proofs = [Proof(kind, NOW, again=True) for kind in restricted]
    money = {Act.BANK_ACCOUNT, Act.PHONE, Act.DEVICE_KEY, Act.DEPENDANTS, Act.EXPORT, Act.CLOSE_ACCOUNT}
    assert not money & open_to(actor_at(proofs, NOW))


@pytest.mark.parametrize(("seconds", "fresh"), [(-1, False), (0, True), (299, True), (300, False)])
def test_a_proof_is_fresh_for_five_minutes(seconds: int, fresh: bool) -> None:
    proofs = [Proof(VNEID, NOW)]
    actor = actor_at(proofs, NOW + timedelta(seconds=seconds))
    assert has_proven_enough(actor, Act.BANK_ACCOUNT) is fresh


def test_a_fresh_password_does_not_make_an_old_strong_proof_fresh() -> None:
    proofs = [Proof(VNEID, NOW - timedelta(hours=1)), Proof(PASSWORD, NOW, again=True)]
    assert actor_at(proofs, NOW).fresh_assurance is Assurance.LOW
    with pytest.raises(StepUpNeeded) as refusal:
        require(actor_at(proofs, NOW), Act.BANK_ACCOUNT)
    assert refusal.value.details == {"act": "bank_account"}


def test_what_may_be_shown_for_an_act_is_what_would_be_enough() -> None:
    held = frozenset({PASSWORD, TOTP, PASSKEY})
    by_password = frozenset({PASSWORD})
    assert set(proofs_for(Act.VISITS, shown=by_password, held=held)) == {PASSWORD, TOTP, PASSKEY}
    assert set(proofs_for(Act.CHANGE_FACTORS, shown=by_password, held=held)) == {TOTP, PASSKEY}
    assert proofs_for(Act.BANK_ACCOUNT, shown=by_password, held=held) == ()
    assert proofs_for(Act.CHANGE_FACTORS, shown=frozenset({VNEID}), held=frozenset({TOTP})) == ()


@pytest.mark.parametrize(
    ("table", "entries", "says"),
    [
        ("ways.toml", {"x": {"proofs": ["password"]}}, "x needs proofs, assurance, and fresh"),
        ("ways.toml", {"x": {"proofs": ["telepathy"], "assurance": "low", "fresh": "again"}}, "telepathy"),
        ("ways.toml", {"x": {"proofs": [], "assurance": "low", "fresh": "again"}}, "names no proof"),
        ("ways.toml", {"x": {"proofs": ["totp"], "assurance": "vast", "fresh": "again"}}, "'vast'"),
        ("acts.toml", {"fly": {"needs": "low"}}, "nobody asks leave for fly"),
        ("acts.toml", {"view": {"needs": "low"}}, "says nothing about add_first_factor"),
        ("acts.toml", {"view": {"needs": "low", "fresh": "maybe"}}, "view takes needs"),
    ],
)
def test_a_broken_table_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, table: str, entries: dict[str, object], says: str
) -> None:
    read = {"ways.toml": tables.ways, "acts.toml": tables.demands}[table]
    monkeypatch.setattr(tables, "_table", lambda _: entries)
    with pytest.raises(BrokenTable, match=says):
        read.__wrapped__()
