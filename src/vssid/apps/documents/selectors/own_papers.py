"""The papers issued to somebody, for their own pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vssid.apps.documents.kinds import DocumentKind, DocumentState, PaperForm
from vssid.apps.documents.models import Document
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    kind: DocumentKind
    issued_at: datetime
    as_of: date
    state: DocumentState
    form: PaperForm


_COLUMNS = ("kind", "issued_at", "as_of", "state", "form")
MOST = 50


def own_papers(actor: Actor) -> tuple[IssuedPaper, ...]:
    """The actor's own papers, the latest fifty, latest first."""
    rows = Document.objects.filter(person_id=_own(actor)).order_by("-issued_at").values_list(*_COLUMNS)
    return tuple(_paper(*row) for row in rows[:MOST])


def _own(actor: Actor) -> int:
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        raise NotFound
    return actor.person_id


def _paper(kind: str, issued_at: datetime, as_of: date, state: str, form: str) -> IssuedPaper:
    return IssuedPaper(DocumentKind(kind), issued_at, as_of, DocumentState(state), PaperForm(form))
