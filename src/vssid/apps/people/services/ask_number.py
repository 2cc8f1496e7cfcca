"""A visitor asks for an insurance number: the question is kept, the answer goes to the contact on file."""

from __future__ import annotations

import json
import uuid
from datetime import date, datetime

from vssid.apps.limits.services.admit_lookup import admit_lookup
from vssid.apps.people.models import OutsideQuestion
from vssid.kit.folding import fold
from vssid.kit.sealing import seal


def ask_number(
    *,
    caller: str,
    province: str,
    full_name: str,
    born_on: date,
    citizen_number: str,
    puzzle: str,
    answer: str,
    now: datetime,
) -> None:
    """Raises PuzzleUnsolved or TooManyLookups. Nothing is looked up here, so nothing can be told apart."""
    about = citizen_number or f"{province} {fold(full_name)}"
    admit_lookup(caller=caller, about=about, puzzle=puzzle, answer=answer, now=now)
    typed = {
        "province": province,
        "full_name": full_name,
        "born_on": born_on.isoformat(),
        "citizen_number": citizen_number,
    }
    keep_question(kind="number", typed=typed, now=now)


def keep_question(*, kind: str, typed: dict[str, str], now: datetime) -> None:
    """One row, whatever it says."""
    place = uuid.uuid4()
    OutsideQuestion.objects.create(
        id=place,
        kind=kind,
        asked_at=now,
        typed_sealed=seal(json.dumps(typed), table="outside_question", pk=str(place), field="typed"),
    )
