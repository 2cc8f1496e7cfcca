"""An officer hands in the list of an employer or school. What is in it is worked on by the worker."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from vssid.apps.accounts.bulk.errors import ListOfAnotherOffice, ListTooLarge, TooManyLists, UnknownUnit
from vssid.apps.accounts.bulk.listing import LARGEST, read_list
from vssid.apps.accounts.bulk.sealed_lists import seal_list
from vssid.apps.accounts.bulk.workbook import STARTS, as_csv
from vssid.apps.accounts.jobs import register_list
from vssid.apps.accounts.models import BulkFile
from vssid.apps.accounts.policies import may_register_in_bulk
from vssid.apps.accounts.selectors.bulk_files import bulk_id
from vssid.apps.directory.imports.references import EMPLOYERS
from vssid.apps.intake.errors import NotUtf8
from vssid.apps.limits.services.try_hit import try_hit
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed
from vssid.kit.sealing import lookup_digest

_A_DAY = 40


def hand_in_bulk(
    *, actor: Actor, content: bytes, called: str, employer: str, channel: str, language: str, now: datetime
) -> tuple[str, bool]:
    """The public id, and whether the list is new: one that was handed in before is shown and not worked on.

    ``channel``: employer or school; ``language``: of the people in the list. Not inside a transaction: tries
    count. Raises NotAllowed, TooManyLists, UnknownUnit, ListTooLarge, ListOfAnotherOffice,
    UnreadableWorkbook, or an Unreadable.
    """
    if not may_register_in_bulk(actor):
        raise NotAllowed
    _count(actor, now)
    if len(content) > LARGEST:
        raise ListTooLarge(field="file", most=LARGEST // 1000)
    if employer not in EMPLOYERS.known([employer]):
        raise UnknownUnit(field="employer")
    text = _as_text(content, called)
    digest = lookup_digest("bulk_file", f"{employer} {text}")
    standing = BulkFile.objects.filter(digest=digest).first()
    if standing is not None:
        return _own(actor, standing), False
    read = read_list(text, called=called).read
    with transaction.atomic():
        row, is_new = BulkFile.objects.get_or_create(
            digest=digest,
            defaults={
                "officer": actor.id,
                "role": min(actor.roles),
                "office_code": actor.office,
                "employer_code": employer,
                "channel": channel,
                "language": language,
                "handed_in_at": now,
                "rows_read": read,
                "file_sealed": seal_list(text, digest),
            },
        )
        if is_new:
            register_list.enqueue(row.pk)
    return _own(actor, row), is_new


def _own(actor: Actor, row: BulkFile) -> str:
    if row.office_code != actor.office:
        raise ListOfAnotherOffice(field="file")
    return bulk_id(row)


def _as_text(content: bytes, called: str) -> str:
    if content.startswith(STARTS):
        return as_csv(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotUtf8(file=called[:80], line=line) from error


def _count(actor: Actor, now: datetime) -> None:
    verdict = try_hit(
        kind="bulk_files", subject=actor.id, limit=_A_DAY, window=timedelta(days=1), now=now, growth=1
    )
    verdict.pass_or(TooManyLists, now=now)
