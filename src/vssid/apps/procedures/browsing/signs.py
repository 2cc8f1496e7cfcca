"""What the log and the record say about each look of one officer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from vssid.apps.accounts.selectors.staff_members import StaffMember, staff_of_office
from vssid.apps.audit.selectors.looks_of_staff import StaffLook
from vssid.apps.audit.vocabulary import Action, Purpose
from vssid.apps.people.selectors.ties import ties_of
from vssid.apps.procedures.browsing.rules import browsing
from vssid.apps.procedures.services.look_at_case import OUTSIDE_PURPOSES
from vssid.domain.casework.browsing import Look, Sign, is_night
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


def signed_looks(actor: Actor, member: StaffMember, looks: Sequence[StaffLook]) -> list[Look]:
    """A look in an emergency has a review of its own, and is left out."""
    plain = [look for look in looks if look.purpose is not Purpose.EMERGENCY]
    ties = ties_of(actor, member.person_id, {look.person_id for look in plain})
    office = staff_of_office(actor, member.office) if member.office else frozenset()
    worked = {look.case for look in plain if look.case and look.action is Action.CHANGE}
    known = {Sign.NEIGHBOUR: ties.neighbours, Sign.COLLEAGUE: office - {member.person_id}}

    def signs(look: StaffLook) -> Iterator[Sign]:
        yield from _kinds(look, worked)
        if not look.case or look.case not in worked:
            yield from (sign for sign, some in known.items() if look.person_id in some)
        if look.person_id in ties.family:
            yield Sign.FAMILY
        if _at_night(look.at):
            yield Sign.NIGHT

    return [Look(look.at, look.person_id, frozenset(signs(look))) for look in plain]


def _at_night(at: datetime) -> bool:
    known = browsing()
    return is_night(at.astimezone(VIETNAM).hour, begins=known.night_begins, ends=known.night_ends)


def _kinds(look: StaffLook, worked: set[str]) -> Iterator[Sign]:
    if not look.case:
        yield Sign.WITHOUT_CASE
    elif look.purpose in OUTSIDE_PURPOSES:
        yield Sign.ELSEWHERE
    elif look.case not in worked:
        yield Sign.UNWORKED
