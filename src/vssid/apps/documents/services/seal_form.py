"""Makes the form of somebody who has no record yet: sealed like a paper, but entered in no register.

Its seal says what was received, and when; what is true of it an officer has still to look at.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from vssid.apps.documents.errors import TooManyPapers
from vssid.apps.documents.ports import letters, signer
from vssid.apps.documents.services.issue_letter import Letter
from vssid.apps.limits.services.try_hit import try_hit

FORMS_AN_HOUR = 20


def seal_form(*, letter: Letter, subject: str, made_at: datetime, now: datetime) -> bytes:
    """The PDF with our seal. ``subject``: whose tries are counted; ``made_at``: when it was sent.

    Whether the caller may have it is for them to check. TooManyPapers, SealUnavailable. Must not run inside a
    transaction (it counts tries).
    """
    return signer().seal(draw_form(letter=letter, subject=subject, made_at=made_at, now=now), at=now)


def draw_form(*, letter: Letter, subject: str, made_at: datetime, now: datetime) -> bytes:
    """The same without a seal: a look before anything is sent."""
    verdict = try_hit(
        kind="registration_form", subject=subject, limit=FORMS_AN_HOUR, window=timedelta(hours=1), now=now
    )
    verdict.pass_or(TooManyPapers, now=now)
    return letters().render(letter.template, letter.texts, language=letter.language, made_at=made_at)
