"""Issues facts in the two forms people and machines read: a sealed PDF, or signed JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

import orjson

from vssid.apps.documents import codes
from vssid.apps.documents.kinds import DocumentKind, PaperForm
from vssid.apps.documents.ports import letters, signer
from vssid.apps.documents.seals import Mark
from vssid.apps.documents.services.issue_document import Issued, Paper, issue_document
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM
from vssid.kit.keyring import ring

NO_LANGUAGE = "und"
"""Of papers for machines."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a paper says. ``facts``: plain JSON values in a documented shape, the same in every language; they
    also tell whether two papers say the same. ``holder``: the name as registered. ``beside``: facts more, by
    whose absence another paper is not wrong."""

    kind: DocumentKind
    person_id: int
    holder: str
    as_of: date
    facts: Mapping[str, Any]
    beside: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Letter:
    """A template and the texts it wants, written in ``language``, all but the code."""

    template: str
    texts: Mapping[str, Any]
    language: str


def issue_letter(
    *, actor: Actor, contents: Contents, letter: Letter, check_address: str, now: datetime
) -> Issued:
    """A sealed PDF. ``check_address``: absolute address of the page that checks codes.

    Whether the actor may have it is for the caller to check. TooManyPapers beyond 30 an hour;
    SealUnavailable. Must not run inside a transaction.
    """

    def make_with(code: str) -> bytes:
        checked = {
            "code": codes.grouped(code),
            "check_url": f"{check_address}?{urlencode({'code': code})}",
            "check_address": check_address,
        }
        made_at = now.astimezone(VIETNAM)
        texts = {**letter.texts, **checked}
        pdf = letters().render(letter.template, texts, language=letter.language, made_at=made_at)
        mark = Mark.ESTIMATE if contents.kind is DocumentKind.ESTIMATE else Mark.PAPER
        return signer().seal(pdf, at=now, mark=mark)

    paper = _paper(contents, letter.language, PaperForm.PDF)
    return issue_document(actor=actor, paper=paper, make_with=make_with, now=now)


def issue_facts(*, actor: Actor, contents: Contents, check_address: str, now: datetime) -> Issued:
    """The facts signed (docs/guide/signed-facts.md); as :func:`issue_letter` otherwise."""

    def make_with(code: str) -> bytes:
        return signer().sign(
            {
                "iss": check_address,
                "iat": int(now.timestamp()),
                "kind": contents.kind.value,
                "code": code,
                "as_of": contents.as_of.isoformat(),
                "demonstration": ring().demo,
                "facts": {**contents.facts, **contents.beside},
            }
        )

    paper = _paper(contents, NO_LANGUAGE, PaperForm.JSON)
    return issue_document(actor=actor, paper=paper, make_with=make_with, now=now)


def issue(
    *, actor: Actor, contents: Contents, letter: Letter, form: PaperForm, check_address: str, now: datetime
) -> Issued:
    """In the ``form`` that was asked for."""
    if form is PaperForm.JSON:
        return issue_facts(actor=actor, contents=contents, check_address=check_address, now=now)
    return issue_letter(actor=actor, contents=contents, letter=letter, check_address=check_address, now=now)


def _paper(contents: Contents, language: str, form: PaperForm) -> Paper:
    return Paper(
        kind=contents.kind,
        person_id=contents.person_id,
        holder=contents.holder,
        as_of=contents.as_of,
        language=language,
        content=orjson.dumps(contents.facts, option=orjson.OPT_SORT_KEYS),
        form=form,
    )
