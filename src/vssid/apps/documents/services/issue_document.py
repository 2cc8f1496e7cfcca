"""Issues a paper: code, file, digest, in that order, because the code stands in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction

from vssid.apps.audit.event_numbers import event_number
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.apps.documents.codes import CODE_KIND, code_digest, new_code
from vssid.apps.documents.errors import TooManyPapers
from vssid.apps.documents.kinds import DocumentKind, DocumentState, PaperForm
from vssid.apps.documents.models import Document, DocumentCode
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.services.notify import notify
from vssid.domain.identifiers import name
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.domain.values.sentence import Sentence
from vssid.kit.sealing import lookup_digest

PAPERS_AN_HOUR = 30


@dataclass(frozen=True, slots=True)
class Paper:
    """What is issued. ``content``: the facts on it in any fixed form, without language, code and time of
    printing: two papers of equal content say the same. ``holder``: the name as registered."""

    kind: DocumentKind
    person_id: int
    holder: str
    as_of: date
    language: str
    content: bytes
    form: PaperForm = PaperForm.PDF


@dataclass(frozen=True, slots=True)
class Issued:
    code: str
    file: bytes
    digest: str
    replaced: int


def issue_document(*, actor: Actor, paper: Paper, make_with: Callable[[str], bytes], now: datetime) -> Issued:
    """Makes a code, has the file made with it and records both; TooManyPapers beyond 30 an hour.

    NotFound when the record of the person is gone and no name is left to print.

    Earlier valid papers of the same kind and as-of day with other content become "replaced": the record was
    corrected between the two. Papers of equal content all stay valid. Whether the actor may have the paper
    is for the caller to check. Must not run inside a transaction (it counts tries).
    """
    if not paper.holder:
        raise NotFound
    _count(paper.person_id, now)
    code = new_code()
    file = make_with(code)
    digest = sha256(file).hexdigest()
    with transaction.atomic():
        replaced = _replace_others(paper, now)
        seq = _record(paper, code, digest, now)
        notify(
            actor=actor,
            person_id=paper.person_id,
            code="paper.issued",
            values={"paper": Sentence(paper.kind.english), "at": now},
            key=str(seq),
            now=now,
        )
        record_access(
            actor=actor,
            person_id=paper.person_id,
            action=Action.ISSUE,
            data_group=DataGroup.DOCUMENTS,
            purpose=Purpose.OWN if actor.person_id == paper.person_id else Purpose.GUARDIAN,
            now=now,
        )
    return Issued(code, file, digest, replaced)


def _count(person_id: int, now: datetime) -> None:
    hour = timedelta(hours=1)
    verdict = try_hit(
        kind="issue_document", subject=str(person_id), limit=PAPERS_AN_HOUR, window=hour, now=now
    )
    verdict.pass_or(TooManyPapers, now=now)


def _replace_others(paper: Paper, now: datetime) -> int:
    """Estimates of one day differ because something else was supposed: none replaces another."""
    if paper.kind is DocumentKind.ESTIMATE:
        return 0
    earlier = Document.objects.filter(
        person_id=paper.person_id, kind=paper.kind, as_of=paper.as_of, state=DocumentState.VALID
    )
    return earlier.exclude(content_digest=_content_digest(paper)).update(
        state=DocumentState.REPLACED, state_changed_at=now
    )


def _record(paper: Paper, code: str, digest: str, now: datetime) -> int:
    seq = event_number(now)
    Document.objects.create(
        person_id=paper.person_id,
        seq=seq,
        issued_at=now,
        as_of=paper.as_of,
        kind=paper.kind,
        state=DocumentState.VALID,
        form=paper.form,
        language=paper.language,
        digest=digest,
        content_digest=_content_digest(paper),
        holder_masked=name.mask(paper.holder)[:120],
    )
    DocumentCode.objects.create(digest=code_digest(code), kind=CODE_KIND, person_id=paper.person_id, seq=seq)
    return seq


def _content_digest(paper: Paper) -> str:
    """Keyed, because the facts on a paper are few enough to be guessed."""
    return lookup_digest("document_content", sha256(paper.content).hexdigest())
