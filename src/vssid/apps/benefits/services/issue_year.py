"""Issues the summary of one calendar year to the person, on paper or for machines."""

from __future__ import annotations

from datetime import date, datetime

from vssid.apps.benefits.selectors.year import year_of
from vssid.apps.benefits.year_letter import TEMPLATE, facts_of, visit_facts, written
from vssid.apps.documents.kinds import DocumentKind, PaperForm
from vssid.apps.documents.services.issue_document import Issued
from vssid.apps.documents.services.issue_letter import Contents, Letter, issue
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


def issue_year(
    *,
    actor: Actor,
    person_id: int,
    year: int,
    with_visits: bool,
    language: str,
    form: PaperForm,
    check_address: str,
    now: datetime,
) -> Issued:
    """``with_visits``: totals of clinic visits too; the caller has confirmed who asks. A past year is issued
    as of its last day, so that summaries of different years do not replace each other."""
    today = now.astimezone(VIETNAM).date()
    found = year_of(actor, person_id, year, as_of=today, with_visits=with_visits)
    contents = Contents(
        kind=DocumentKind.YEAR,
        person_id=person_id,
        holder=found.statement.person.full_name,
        as_of=min(today, date(year, 12, 31)),
        facts=facts_of(found),
        beside=visit_facts(found.visits),
    )
    letter = Letter(TEMPLATE, written(found, language=language), language)
    return issue(
        actor=actor,
        contents=contents,
        letter=letter,
        form=form,
        check_address=check_address,
        now=now,
    )
