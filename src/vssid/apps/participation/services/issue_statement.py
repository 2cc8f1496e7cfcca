"""Issues the contribution statement (form C14-TS) to the person, on paper or for machines."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.documents.kinds import DocumentKind, PaperForm
from vssid.apps.documents.services.issue_document import Issued
from vssid.apps.documents.services.issue_letter import Contents, Letter, issue
from vssid.apps.participation.selectors.statement import statement
from vssid.apps.participation.statement_facts import facts_of
from vssid.apps.participation.statement_letter import TEMPLATE, written
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


def issue_statement(
    *,
    actor: Actor,
    person_id: int,
    language: str,
    check_address: str,
    now: datetime,
    form: PaperForm = PaperForm.PDF,
) -> Issued:
    """A sealed PDF in ``language``, or signed facts; with its check code, as of today in Viet Nam.

    ``check_address``: absolute address of the page that checks codes. NotFound when the record is not the
    actor's to see; TooManyPapers beyond 30 an hour; SealUnavailable. Must not run inside a transaction.
    """
    found = statement(actor, person_id, as_of=now.astimezone(VIETNAM).date())
    contents = Contents(
        kind=DocumentKind.C14_TS,
        person_id=person_id,
        holder=found.person.full_name,
        as_of=found.as_of,
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
