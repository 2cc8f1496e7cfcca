"""Counts whether a page was useful: once a visitor, page and day; the last answer of the day stands."""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64encode
from datetime import date, datetime, timedelta

from django.db import transaction

from vssid.apps.content.errors import TooMuchFeedback
from vssid.apps.content.models import Feedback, FeedbackSalt
from vssid.apps.content.vocabulary import LANGUAGES
from vssid.apps.content.writing.masking import masked
from vssid.apps.limits.services.try_hit import try_hit
from vssid.kit.clock import VIETNAM

LONGEST_SENTENCE = 300
ANSWERS_IN_TEN_MINUTES = 60
"""From one address; a whole office or a mobile network may stand behind it."""


def give_feedback(
    *, caller: str, browser: str, page: str, useful: bool, sentence: str, language: str, now: datetime
) -> None:
    """``caller``: the network the answer comes from, ``browser``: what it calls itself; neither is kept.

    A visitor is known for one day by a hash of both under the salt of the day, so no cookie is set and on the
    next day nobody can tell who said what. TooMuchFeedback when the connection has spent its budget.
    """
    verdict = try_hit(
        kind="feedback",
        subject=caller,
        limit=ANSWERS_IN_TEN_MINUTES,
        window=timedelta(minutes=10),
        now=now,
        growth=1.0,
    )
    verdict.pass_or(TooMuchFeedback, now=now)
    day = now.astimezone(VIETNAM).date()
    kept = masked(sentence)[:LONGEST_SENTENCE]
    with transaction.atomic():
        visitor = _visitor(_salt(day), caller, browser)
        answer, new = Feedback.objects.get_or_create(
            page=page,
            day=day,
            visitor=visitor,
            defaults={"useful": useful, "sentence": kept, "language": _known(language)},
        )
        if not new:
            answer.useful, answer.sentence = useful, kept or answer.sentence
            answer.save(update_fields=["useful", "sentence"])


def _salt(day: date) -> str:
    FeedbackSalt.objects.filter(day__lt=day).delete()
    row, _ = FeedbackSalt.objects.get_or_create(day=day, defaults={"salt": secrets.token_urlsafe(32)})
    return row.salt


def _visitor(salt: str, caller: str, browser: str) -> str:
    digest = hmac.digest(salt.encode(), f"{caller}\n{browser}".encode(), "sha256")
    return urlsafe_b64encode(digest).decode().rstrip("=")


def _known(language: str) -> str:
    return language if language in LANGUAGES else "en"
