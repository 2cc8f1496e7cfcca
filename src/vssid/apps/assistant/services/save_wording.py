"""Has the hotline say something else from the next rendering on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from vssid.apps.assistant.errors import ChangedMeanwhile, UnspeakableText
from vssid.apps.assistant.models import Wording
from vssid.apps.assistant.prompts.faults import faults
from vssid.apps.assistant.prompts.shipped import keys, shipped
from vssid.apps.content.policies import refuse_unless_editor
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


def save_wording(*, actor: Actor, key: str, texts: Mapping[str, str], seen: int, now: datetime) -> int:
    """Writes a version for every language whose text differs from the one that holds; how many were written.

    An empty text, or the shipped one, is the shipped one. ``seen``: how many versions of the key the editor
    had before their eyes. UnspeakableText, ChangedMeanwhile; NotFound for a key nobody says.
    """
    refuse_unless_editor(actor)
    if key not in keys():
        raise NotFound
    wanted = {language: _own(key, language, text) for language, text in texts.items()}
    for language, text in wanted.items():
        for fault in faults(key, language, text) if text else ():
            raise UnspeakableText(place=language, reason=fault)
    try:
        return _written(actor, key, wanted, seen, now)
    except IntegrityError as error:  # two first versions at once
        raise ChangedMeanwhile from error


def _written(actor: Actor, key: str, wanted: Mapping[str, str], seen: int, now: datetime) -> int:
    with transaction.atomic():
        kept = list(Wording.objects.select_for_update().filter(key=key).order_by("number"))
        if len(kept) != seen:
            raise ChangedMeanwhile
        holds = {row.language: row for row in kept}
        written = [
            Wording(
                key=key,
                language=language,
                number=holds[language].number + 1 if language in holds else 1,
                text=text,
                author=actor.id[:80],
                written_at=now,
            )
            for language, text in wanted.items()
            if text != (holds[language].text if language in holds else "")
        ]
        Wording.objects.bulk_create(written)
    return len(written)


def _own(key: str, language: str, text: str) -> str:
    """On one line; empty where it is what is shipped."""
    line = " ".join(text.split())
    return "" if line == shipped(language)[key] else line
