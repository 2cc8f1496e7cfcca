"""Issues a kept estimate as a sealed paper, under a seal that says in its name that it decides nothing."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.documents.kinds import DocumentKind
from vssid.apps.documents.services.issue_document import Issued
from vssid.apps.documents.services.issue_letter import Contents, Letter, issue_letter
from vssid.apps.estimates.again import asked_again
from vssid.apps.estimates.errors import EstimateCorrected
from vssid.apps.estimates.estimate_letter import TEMPLATE, written
from vssid.apps.estimates.selectors.kept import kept_estimate
from vssid.apps.people.selectors.particulars import particulars
from vssid.domain.law.estimates.keeping import written as question
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed
from vssid.kit.clock import VIETNAM


def issue_estimate(
    *, actor: Actor, estimate: str, language: str, check_address: str, now: datetime
) -> Issued:
    """NotFound for what is not the actor's own; EstimateCorrected for what comes to something else by now:
    figures are sealed together with the steps that make them. TooManyPapers beyond 30 an hour;
    SealUnavailable.
    """
    if actor.person_id is None:
        raise NotAllowed
    kept = kept_estimate(actor, estimate)
    again = asked_again(kept)
    if again.changed:
        raise EstimateCorrected
    today = now.astimezone(VIETNAM).date()
    person = particulars(actor, actor.person_id, today=today)
    contents = Contents(
        kind=DocumentKind.ESTIMATE,
        person_id=actor.person_id,
        holder=person.full_name,
        as_of=kept.asked.on,
        facts={"kind": kept.kind.value, "asked": question(kept.asked), "answered": dict(kept.answered)},
    )
    letter = Letter(TEMPLATE, written(again, person, language=language), language)
    return issue_letter(actor=actor, contents=contents, letter=letter, check_address=check_address, now=now)
