"""An answer the caller has just heard, as a text message to the telephone in their hand."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F

from vssid.apps.assistant.calls import caller_of, found_call, require_agent
from vssid.apps.assistant.errors import NoNumberToSend, TooManyMessages
from vssid.apps.assistant.models import VoiceSession
from vssid.apps.content.selectors.library import library
from vssid.apps.content.selectors.reading import figures_day, filled_text
from vssid.apps.content.vocabulary import Kind
from vssid.apps.content.writing import markdown
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.messages.forbidden import spoken_outside
from vssid.apps.notifications.services.send_addressed import write_to
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM

_IN_A_CALL, _A_DAY = 3, 5
_LETTERS = {"vi": 440, "en": 440}
_OTHER_LETTERS = 190
"""What three parts of a text message hold, beside our own words."""


def send_answer(*, actor: Actor, session: str, entry: str, now: datetime) -> None:
    """The approved text, word for word, where it fits and may stand in a text message (no links, amounts, or
    words that tell whoever sees the screen); else where to read it. ``entry``: a slug of a question.

    Only to a number the edge vouches for: nobody is sent what another asked. Not inside a transaction: tries
    count. Raises NotAllowed, NotFound, NoNumberToSend, TooManyMessages.
    """
    require_agent(actor)
    row = found_call(session)
    number, language = caller_of(row), row.language or "vi"
    if not number or not row.attested:
        raise NoNumberToSend
    text = _text(entry, language, now)
    mine = VoiceSession.objects.filter(pk=row.pk, messages__lt=_IN_A_CALL)
    if mine.update(messages=F("messages") + 1) != 1:
        raise TooManyMessages
    day = timedelta(days=1)
    verdict = try_hit(kind="answer_sms", subject=number, limit=_A_DAY, window=day, now=now, growth=1)
    verdict.pass_or(TooManyMessages, now=now)
    code, values = ("hotline.answer", {"answer": text}) if text else ("hotline.where", {"question": entry})
    write_to(code=code, values=values, channel=Channel.SMS, address=number, language=language, now=now)


def _text(entry: str, language: str, now: datetime) -> str:
    """Empty when it may not stand in a message, is too long, or is not written in ``language``."""
    today = now.astimezone(VIETNAM).date()
    article = library().find(Kind.QUESTION, entry)
    edition = article.edition(today) if article else None
    if edition is None:
        raise NotFound
    written_in = edition.language(language)
    body = filled_text(edition.words[written_in].body, figures_day(edition, today), written_in)
    text = markdown.plain(body)
    fits = len(text) <= _LETTERS.get(language, _OTHER_LETTERS)
    return text if written_in == language and fits and not any(spoken_outside(text, language)) else ""
