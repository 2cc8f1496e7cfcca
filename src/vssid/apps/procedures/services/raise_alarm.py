"""Puts looks of an officer before a supervisor: found by a rule, or complained about."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.accounts.selectors.staff_members import StaffMember, staff_members
from vssid.apps.audit.selectors.reported import looker_reported
from vssid.apps.procedures.browsing.alarms import KIND
from vssid.apps.procedures.models import BrowsingAlarm
from vssid.apps.procedures.models.browsing_alarm import COMPLAINT
from vssid.apps.procedures.routing import office_of
from vssid.apps.procedures.services.open_case import open_case
from vssid.domain.casework.browsing import Odd
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM

_RAISING = Actor(kind=ActorKind.SYSTEM, id="browsing_watch", channel="worker")


@transaction.atomic
def raise_alarm(*, pseudonym: str, member: StaffMember, odd: Odd, now: datetime, by_rule: str = "") -> bool:
    """Whether it is new: one an officer, rule and day, but each complaint by itself. A case of the
    supervisors of the officer's office; of those where the officer lives, when they have none."""
    office = member.office or office_of(member.person_id)
    alarm, is_new = BrowsingAlarm.objects.get_or_create(
        officer=pseudonym,
        rule=odd.rule,
        day=odd.until.astimezone(VIETNAM).date(),
        **({"since": odd.since} if odd.rule == COMPLAINT else {}),
        defaults={
            "officer_person_id": member.person_id,
            "office_code": office,
            "times": odd.times,
            "since": odd.since,
            "until": odd.until,
            "raised_at": now,
        },
    )
    if is_new:
        open_case(
            actor=_RAISING,
            kind=KIND,
            subject=str(alarm.pk),
            office=office,
            own_work_of=pseudonym,
            by_rule=by_rule,
            now=now,
        )
    return is_new


def ask_to_explain(*, person_id: int, report: int, now: datetime) -> bool:
    """Whoever of the staff made the look that was reported has to explain it: their name is shown to the
    supervisor who asks, and that stands in their own log. False where no member of staff looked, or one who
    has left. Belongs into the transaction of the decision."""
    look = looker_reported(person_id, report)
    if look is None:
        return False
    member = staff_members(_RAISING, [look.officer]).get(look.officer)
    if member is None:
        return False
    raise_alarm(pseudonym=look.officer, member=member, odd=Odd(COMPLAINT, 1, look.at, look.at), now=now)
    return True
