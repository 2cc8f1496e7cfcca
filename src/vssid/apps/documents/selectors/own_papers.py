"""The papers lately issued to somebody, for their own pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vssid.apps.documents.kinds import DocumentKind, DocumentState
from vssid.apps.documents.models import Document
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    kind: DocumentKind
    issued_at: datetime


def latest_paper(actor: Actor, *, since: datetime) -> IssuedPaper | None:
    """The actor's own latest paper that still stands, issued at ``since`` or later; None without one."""
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        raise NotFound
    standing = Document.objects.filter(
        person_id=actor.person_id, state=DocumentState.VALID, issued_at__gte=since
    )
    row = standing.order_by("-issued_at").values_list("kind", "issued_at").first()
    return IssuedPaper(DocumentKind(row[0]), row[1]) if row else None
