"""Issues the electronic social-insurance book to the person, on paper or for machines."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.benefits.book_facts import facts_of
from vssid.apps.benefits.book_letter import TEMPLATE, written
from vssid.apps.benefits.selectors.book import book
from vssid.apps.documents.kinds import DocumentKind, PaperForm
from vssid.apps.documents.services.issue_document import Issued
from vssid.apps.documents.services.issue_letter import Contents, Letter, issue
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


def issue_book(
    *, actor: Actor, person_id: int, language: str, form: PaperForm, check_address: str, now: datetime
) -> Issued:
    """As of today in Viet Nam; as ``participation.services.issue_statement`` otherwise."""
    found = book(actor, person_id, as_of=now.astimezone(VIETNAM).date())
    contents = Contents(
        kind=DocumentKind.BOOK,
        person_id=person_id,
        holder=found.statement.person.full_name,
        as_of=found.statement.as_of,
        facts=facts_of(found),
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
