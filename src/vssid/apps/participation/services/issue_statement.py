"""Issues the contribution statement (form C14-TS) to the person, in the language asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode

import orjson

from vssid.apps.documents import codes
from vssid.apps.documents.kinds import DocumentKind
from vssid.apps.documents.ports import letters
from vssid.apps.documents.services.issue_document import Issued, Paper, issue_document
from vssid.apps.participation.selectors.statement import Statement, statement
from vssid.apps.participation.statement_letter import TEMPLATE, written
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM


def issue_statement(
    *, actor: Actor, person_id: int, language: str, check_address: str, now: datetime
) -> Issued:
    """A PDF with its check code, as of today in Viet Nam.

    ``check_address``: absolute address of the page that checks codes. NotFound when the record is not the
    actor's to see; TooManyPapers beyond 30 an hour. Must not run inside a transaction.
    """
    facts = statement(actor, person_id, as_of=now.astimezone(VIETNAM).date())
    letter = written(facts, language=language)

    def print_with(code: str) -> bytes:
        checked = {
            "code": codes.grouped(code),
            "check_url": f"{check_address}?{urlencode({'code': code})}",
            "check_address": check_address,
        }
        return letters().render(
            TEMPLATE, {**letter, **checked}, language=language, made_at=now.astimezone(VIETNAM)
        )

    paper = Paper(
        kind=DocumentKind.C14_TS,
        person_id=person_id,
        holder=facts.person.full_name,
        as_of=facts.as_of,
        language=language,
        content=_content(facts),
    )
    return issue_document(actor=actor, paper=paper, print_with=print_with, now=now)


def _content(facts: Statement) -> bytes:
    """The facts in a fixed form, the same in every language and however often they were posted anew."""
    person = facts.person
    identity = (
        person.full_name, person.insurance_number, person.national_id, person.passport_number,
        person.born_on, person.born_precision, person.sex, person.nationality,
    )  # fmt: skip
    rows = [replace(spell, seq=0) for part in facts.funds for spell in part.spells]
    named = sorted((code, facts.names.employer(code)) for code in {spell.employer_code for spell in rows})
    return orjson.dumps([identity, rows, facts.unpaid, named])
