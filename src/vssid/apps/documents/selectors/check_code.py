"""What the public may learn from a check code, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hmac import compare_digest

from vssid.apps.documents.codes import CODE_KIND, code_digest, read_code
from vssid.apps.documents.kinds import DocumentKind
from vssid.apps.documents.models import Document, DocumentCode
from vssid.kit.clock import VIETNAM


class CheckResult(StrEnum):
    VALID = "valid"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """``kind``, ``issued_on`` (in Viet Nam), ``holder`` (masked) are None for an unknown code.

    ``same_file``: whether the compared file is the one issued; None when there is nothing to compare.
    """

    result: CheckResult
    kind: DocumentKind | None = None
    issued_on: date | None = None
    holder: str | None = None
    same_file: bool | None = None


UNKNOWN = CheckAnswer(CheckResult.UNKNOWN)


def check_code(typed: str, *, file_digest: str | None = None) -> CheckAnswer:
    """The answer for a code as somebody typed it; one that cannot be a code is unknown like any other.

    ``file_digest``: SHA-256 of a file to compare with the one issued, in hexadecimal digits.
    """
    code = read_code(typed)
    key = code and DocumentCode.objects.filter(digest=code_digest(code), kind=CODE_KIND).first()
    if not key:
        return UNKNOWN
    document = Document.objects.filter(person_id=key.person_id, seq=key.seq).first()
    return _answer(document, file_digest) if document else UNKNOWN


def _answer(document: Document, file_digest: str | None) -> CheckAnswer:
    return CheckAnswer(
        result=CheckResult(document.state),
        kind=DocumentKind(document.kind),
        issued_on=document.issued_at.astimezone(VIETNAM).date(),
        holder=document.holder_masked,
        same_file=None if file_digest is None else compare_digest(document.digest, file_digest),
    )
