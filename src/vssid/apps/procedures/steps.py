"""One step of a case: the rule, one statement that only one of many can win, and a line of the history."""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.procedures.errors import AnswerTooLong, CaseMoved
from vssid.apps.procedures.models import Case, CaseEvent
from vssid.apps.procedures.numbers import case_number, key_of
from vssid.apps.procedures.policies import require_act
from vssid.domain.casework.clock import Clock, resumed, stopped
from vssid.domain.casework.states import CLOCK_RUNS, FINAL, State
from vssid.domain.casework.transitions import Act, Party, target_of
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.sealed_rows import subject_of
from vssid.kit.sealing import seal_erasable, unseal
from vssid.kit.subject_keys import erase

LONGEST_WORDS = 2000
_TABLE = "procedure_case_event"


def case_numbered(number: str) -> Case:
    """NotFound when no case has this number. Whether the caller may know of it is asked by the step."""
    key = key_of(number)
    case = Case.objects.filter(pk=key).first() if key is not None else None
    if case is None or case_number(case) != number.strip():
        raise NotFound
    return case


def take_step(
    *,
    actor: Actor,
    case: Case,
    act: Act,
    now: datetime,
    seen: int | None = None,
    reason: str = "",
    words: str = "",
    outcome: str = "",
    decision: tuple[str, str] | None = None,
    **changes: object,
) -> Case:
    """The case after ``act``; belongs into the caller's transaction. ``changes``: further columns.

    ``reason``, ``words``, ``outcome`` go into the history; ``decision``: outcome and reason the case keeps.

    ``seen``: the version the actor was shown; CaseMoved when the case has moved since, or moves now.
    """
    hand = require_act(act, case, actor, now=now)
    if len(words) > LONGEST_WORDS:
        raise AnswerTooLong(field="words", limit=LONGEST_WORDS, written=len(words))
    if seen is not None and seen != case.version:
        raise CaseMoved
    target = target_of(act, holder=str(changes.get("holder", case.holder)))
    values = {
        **_clock_columns(case, target, now),
        **changes,
        **(dict(zip(("outcome", "reason"), decision, strict=True)) if decision else {}),
        "state": target,
        "closed": target in FINAL,
        "moved_at": now,
        "version": case.version + 1,
    }
    if Case.objects.filter(pk=case.pk, version=case.version).update(**values) != 1:
        raise CaseMoved
    for name, value in values.items():
        setattr(case, name, value)
    write_event(case, act, hand.party, now, actor_ref=hand.id, reason=reason, words=words, outcome=outcome)
    return case


def write_event(
    case: Case,
    act: Act,
    party: Party,
    now: datetime,
    *,
    actor_ref: str = "",
    reason: str = "",
    words: str = "",
    outcome: str = "",
) -> None:
    CaseEvent.objects.create(
        case=case,
        version=case.version,
        at=now,
        act=act,
        party=party,
        actor_ref=actor_ref,
        outcome=outcome,
        reason=reason,
        words_sealed=seal_erasable(
            words,
            subject=subject_of(CaseEvent, case_id=case.pk),
            table=_TABLE,
            pk=f"{case.pk},{case.version}",
            field="words",
        ),
    )


def erase_words(case_id: int, _version: int) -> None:
    """Of every step of the case, from older copies of the rows too."""
    erase(subject_of(CaseEvent, case_id=case_id))


def words_of(event: CaseEvent) -> str:
    return unseal(event.words_sealed, table=_TABLE, pk=f"{event.case_id},{event.version}", field="words")


def clock_of(case: Case) -> Clock:
    left = None if case.seconds_left is None else timedelta(seconds=case.seconds_left)
    return Clock(case.due_at, left)


def _clock_columns(case: Case, target: State, now: datetime) -> dict[str, object]:
    before = clock_of(case)
    clock = resumed(before, now) if target in CLOCK_RUNS else stopped(before, now)
    seconds = None if clock.left is None else int(clock.left.total_seconds())
    return {"due_at": clock.due_at, "seconds_left": seconds}
