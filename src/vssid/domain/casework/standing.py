"""Who stands where to a case, and what keeps them from an act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vssid.domain.casework.states import State
from vssid.domain.casework.transitions import TRANSITIONS, Act, Need, Party


class Kin(StrEnum):
    """What whoever acts is to the person of the case."""

    NONE = "none"
    SELF = "self"
    FAMILY = "family"


class Bar(StrEnum):
    """Why an act is not open to somebody."""

    STATE = "state"
    PARTY = "party"
    OFFICE = "office"
    SELF = "self"
    FAMILY = "family"
    HOLDER = "holder"
    PROPOSER = "proposer"
    SUPERVISOR = "supervisor"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Standing:
    """The case. ``holder``: who has claimed it; ``proposer``: whose proposal waits; ``own_work_of``: whose
    own work it is about; each empty for nobody.

    ``time_over``: the person was asked and the day to answer has passed.
    """

    state: State
    office: str
    holder: str = ""
    proposer: str = ""
    own_work_of: str = ""
    time_over: bool = False


@dataclass(frozen=True, slots=True)
class Hand:
    """Whoever acts. ``id``: the pseudonym of an officer. ``supervisor``: their role confirms decisions."""

    party: Party
    id: str = ""
    office: str = ""
    kin: Kin = Kin.NONE
    supervisor: bool = False


def bar(act: Act, case: Standing, hand: Hand) -> Bar | None:
    """The first thing that keeps ``hand`` from doing ``act``; None when nothing does.

    Who may not know of the case is told so before anything about its state.
    """
    line = TRANSITIONS[act]
    if hand.party is not line.party:
        return Bar.PARTY
    stranger = _first_unmet(line.needs & _WHO, case, hand)
    if stranger is None and case.state not in line.sources:
        return Bar.STATE
    return stranger or _first_unmet(line.needs - _WHO, case, hand)


_WHO = frozenset({Need.OWN_OFFICE, Need.UNRELATED})


def _first_unmet(needs: frozenset[Need], case: Standing, hand: Hand) -> Bar | None:
    return next((found for need in Need if need in needs and (found := _unmet(need, case, hand))), None)


def _unmet(need: Need, case: Standing, hand: Hand) -> Bar | None:
    holds = bool(hand.id) and hand.id == case.holder
    match need:
        case Need.OWN_OFFICE:
            return None if hand.office and hand.office == case.office else Bar.OFFICE
        case Need.UNRELATED:
            return {Kin.NONE: None, Kin.SELF: Bar.SELF, Kin.FAMILY: Bar.FAMILY}[hand.kin]
        case Need.HOLDER:
            return None if holds else Bar.HOLDER
        case Need.HOLDER_OR_SUPERVISOR:
            return None if holds or hand.supervisor else Bar.HOLDER
        case Need.NOT_PROPOSER:
            return None if hand.id and hand.id not in {case.proposer, case.own_work_of} else Bar.PROPOSER
        case Need.SUPERVISOR:
            return None if hand.supervisor else Bar.SUPERVISOR
        case Need.TIME_OVER:
            return None if case.time_over else Bar.TIME
