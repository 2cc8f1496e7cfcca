"""The public check of a file: its seal, and the register. The file is looked at and forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from vssid.apps.documents.codes import code_in
from vssid.apps.documents.ports import signer
from vssid.apps.documents.seals import Seal, SealState
from vssid.apps.documents.selectors.check_code import CheckAnswer, check_code
from vssid.apps.documents.services.check_document import count_check
from vssid.kit.qr_picture import NotAPicture, read_codes


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """``seal``: None of a photograph, which carries none. ``register``: what is known of the code in the
    file, or of the one typed; None without a code."""

    seal: Seal | None
    register: CheckAnswer | None


def check_file(*, caller: str, file: bytes, typed: str, now: datetime) -> FileAnswer:
    """``file``: a PDF, signed facts, or a photograph of the QR code. ``typed``: a code beside it, or empty.

    Costs ``caller`` one check, also when nothing comes of it: TooManyChecks.
    """
    count_check(caller=caller, now=now)
    seal = signer().examine(file, at=now)
    if seal.state is SealState.NOT_A_PAPER and (picture := _photographed(file)) is not None:
        return FileAnswer(None, check_code(picture) if picture else None)
    code = typed or seal.code
    if not code:
        return FileAnswer(seal, None)
    return FileAnswer(seal, check_code(code, file_digest=sha256(file).hexdigest()))


def _photographed(file: bytes) -> str | None:
    """The code in a photograph, empty when none is found; None of a file that is no photograph."""
    try:
        texts = read_codes(file)
    except NotAPicture:
        return None
    return next(filter(None, map(code_in, texts)), "")
