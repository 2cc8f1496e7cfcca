"""Registrations become cases: the port of accounts, served from here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from vssid.apps.participation.selectors.units import insured_through
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.policies import APPLICANT, ruled_by
from vssid.apps.procedures.services.open_case import open_case
from vssid.apps.procedures.steps import take_step
from vssid.domain.casework.clock import started
from vssid.domain.casework.states import Outcome
from vssid.domain.casework.transitions import Act
from vssid.domain.values.months import Month
from vssid.kit.clock import VIETNAM

KIND = "account_registration"
_LATELY_MONTHS = 12


class RegistrationOffice:
    def answer_by(self, *, now: datetime) -> date:
        return _day(started(now, kind_of(KIND).term).due_at)

    def take(
        self,
        *,
        registration_id: int,
        person_id: int | None,
        office: str,
        now: datetime,
        officer: str = "",
        channel: str = "",
    ) -> date:
        subject = str(registration_id)
        case = Case.objects.filter(kind=KIND, subject=subject).first()
        if case is not None:
            take_step(
                actor=APPLICANT, case=case, act=Act.ANSWER, now=now, answer_until=None, person_id=person_id
            )
            return _day(case.due_at)
        open_case(
            actor=APPLICANT,
            kind=KIND,
            subject=subject,
            person_id=person_id,
            office=office,
            own_work_of=officer,
            channel=channel,
            now=now,
        )
        return self.due_on(registration_id=registration_id)

    def belongs_to(self, *, person_id: int, employer: str, now: datetime) -> bool:
        since = Month.containing(_day(now)).plus(-_LATELY_MONTHS)
        return insured_through(person_id, employer, since=since)

    def decides(self, rule: str, *, now: datetime) -> bool:
        found = kind_of(KIND).rules.get(rule)
        return found is not None and found.since <= _day(now)

    def settle(self, *, registration_id: int, person_id: int, rule: str, now: datetime) -> str:
        subject, by = str(registration_id), kind_of(KIND).rules[rule]
        open_case(actor=APPLICANT, kind=KIND, subject=subject, person_id=person_id, channel=rule, now=now)
        case = take_step(
            actor=ruled_by(by.name),
            case=Case.objects.get(kind=KIND, subject=subject),
            act=Act.SETTLE,
            now=now,
            reason=by.reason,
            outcome=Outcome.APPROVED,
            decision=(Outcome.APPROVED, by.reason),
        )
        return case_number(case)

    def withdraw(self, *, registration_id: int, now: datetime) -> None:
        case = Case.objects.get(kind=KIND, subject=str(registration_id))
        take_step(actor=APPLICANT, case=case, act=Act.WITHDRAW, now=now)

    def due_on(self, *, registration_id: int) -> date:
        due_at = Case.objects.values_list("due_at", flat=True).get(kind=KIND, subject=str(registration_id))
        return _day(due_at)

    def case_of(self, *, registration_id: int) -> str:
        return case_number(Case.objects.get(kind=KIND, subject=str(registration_id)))

    def reason(self, code: str) -> Mapping[str, str]:
        return kind_of(KIND).words(code)


def _day(moment: datetime) -> date:
    return moment.astimezone(VIETNAM).date()
