"""Tells those who agreed to news by e-mail that there is some: a notice, and an e-mail that points at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from vssid.apps.consents.purposes import Purpose
from vssid.apps.consents.selectors.agreed import agreed_to
from vssid.apps.consents.selectors.gate import allowed
from vssid.apps.content.selectors.library import Edition, library
from vssid.apps.content.vocabulary import Kind
from vssid.apps.notifications.services.notify import Event
from vssid.apps.notifications.services.run_round import Told, run_round
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM

_CODE = "public.change"
_ACTOR = Actor(kind=ActorKind.SYSTEM, id="news", channel="worker")
_NEWS_FOR = timedelta(days=7)
"""What holds and is published for longer is news to nobody."""


def tell_news(*, now: datetime) -> int:
    """The notices written in this turn. Each edition is told once."""
    today = now.astimezone(VIETNAM).date()
    return sum(_told(edition, now) for edition in _fresh(today))


def _fresh(today: date) -> Iterator[Edition]:
    for article in library().of_kind(Kind.NEWS):
        edition = article.edition(today)
        if edition is None:
            continue
        since = max(edition.effective_from, edition.published_at.astimezone(VIETNAM).date())
        if today - since < _NEWS_FOR:
            yield edition


def _told(edition: Edition, now: datetime) -> int:
    values = {
        "what": {language: words.title for language, words in edition.words.items()},
        "from_day": edition.effective_from,
        "for_you": {language: words.summary for language, words in edition.words.items()},
    }

    def step(after: int, most: int) -> Told:
        people = agreed_to(Purpose.NEWS_EMAIL, after=after, most=most)
        may = allowed(Purpose.NEWS_EMAIL, people)
        events = [Event(person_id, str(edition.key), values) for person_id in people if person_id in may]
        return Told(events, last=people[-1] if people else None)

    return run_round(actor=_ACTOR, name=f"{_CODE} {edition.key}", code=_CODE, step=step, now=now)
