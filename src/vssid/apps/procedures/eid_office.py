"""Identities of VNeID that fit nobody, or several, become cases: the port of accounts, served from here."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.procedures.policies import APPLICANT
from vssid.apps.procedures.routing import office_in
from vssid.apps.procedures.services.open_case import open_case

KIND = "unmatched_eid"


class EidOffice:
    def take(self, *, subject: str, person_id: int | None, province: str, now: datetime) -> None:
        """With the person's own office, else with the first of the province of birth."""
        office = "" if person_id is not None else office_in(province)
        open_case(actor=APPLICANT, kind=KIND, subject=subject, person_id=person_id, office=office, now=now)
