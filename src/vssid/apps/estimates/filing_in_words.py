"""What to bring, where to and until when, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from vssid.apps.content.law_citing import cited
from vssid.apps.content.law_in_words import SpokenFigure, figure_in_words
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.filing import Claim, Start, claims, last_day
from vssid.domain.law.estimates.kinds import Kind
from vssid.kit import formats


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """``until``: the last day as a sentence, empty where it is not known yet. ``times``: the figures it and
    what follows rest on. ``policy``: the slug of the page that tells more. ``at_counter``: an office takes
    it.
    """

    whom: str
    papers: tuple[str, ...]
    where: tuple[str, ...]
    until: str
    times: tuple[SpokenFigure, ...]
    article: str
    policy: str
    at_counter: bool


def told_claims(kind: Kind, asked: Asked, answer: Answer) -> tuple[ToldClaim, ...]:
    """Nothing where nothing is due."""
    if not answer.entitled:
        return ()
    return tuple(_told(one, last_day(one, asked, answer), asked.on) for one in claims(kind, asked, answer))


def _told(claim: Claim, last: date | None, on: date) -> ToldClaim:
    return ToldClaim(
        whom=_(claim.whom),
        papers=tuple(map(_, claim.papers)),
        where=tuple(map(_, claim.where)),
        until=_until(claim.start, last, on) if last else "",
        times=tuple(figure_in_words(name, on) for name in (claim.within, *claim.settled)),
        article=cited(claim.act),
        policy=claim.policy,
        at_counter=claim.at_counter,
    )


def _until(start: Start, last: date, on: date) -> str:
    if last < on:
        return _("The last day was %(day)s: it has passed.") % {"day": formats.day(last)}
    if start is Start.LEAVE_END:
        return _("Until %(day)s, when the leave begins with the birth.") % {"day": formats.day(last)}
    return _("Until %(day)s.") % {"day": formats.day(last)}
