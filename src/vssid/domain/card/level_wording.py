"""The benefit level in plain words: what the fund pays, what is left, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vssid.domain.card.benefit import Level, small_visit_limit
from vssid.domain.card.tables import Limits
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

FUND_PAYS = marked("The fund pays %(percent)s%% of costs within the rules.")
YOU_PAY_THE_REST = marked("You pay the other %(own_percent)s%%.")
YOU_PAY_NO_SHARE = marked("You pay no share of these costs.")
LIMITS = {
    Limits.NONE: marked("The limits on some medicines, devices and services do not apply to this card."),
    Limits.SOME: marked("Some medicines, devices and services have a limit. You pay what is above it."),
    Limits.OUTSIDE_SCOPE: marked("Costs outside the scope of health insurance are paid too."),
}
RAISED = marked("An older card may show a lower level. Since %(since)s this level counts.")
WHERE = marked(
    "Go to the facility on the card, or to another one with a transfer slip or an appointment. "
    "In an emergency, go to any facility."
)
HEALTH_STATION = marked("At a commune health station the fund pays all costs within the rules.")
SMALL_VISIT = marked("When one visit within the rules costs less than %(amount)s, the fund pays all of it.")


@dataclass(frozen=True, slots=True)
class LevelWording:
    """``headline`` and ``rest`` stand on the card page; ``details`` behind “see all benefits”, in order."""

    headline: Sentence
    rest: Sentence
    details: tuple[Sentence, ...]


def level_sentence(level: Level) -> Sentence:
    """“The fund pays 80% of costs within the rules.”"""
    return Sentence(FUND_PAYS, {"percent": level.percent})


def level_wording(level: Level, on: date) -> LevelWording:
    """All that may be said of a level on a day. ``amount`` is in đồng, ``since`` a date."""
    return LevelWording(
        headline=level_sentence(level),
        rest=_rest(level),
        details=(Sentence(LIMITS[level.limits]), *_raised(level), Sentence(WHERE), *_relief(level, on)),
    )


def _rest(level: Level) -> Sentence:
    if level.own_percent == 0:
        return Sentence(YOU_PAY_NO_SHARE)
    return Sentence(YOU_PAY_THE_REST, {"own_percent": level.own_percent})


def _raised(level: Level) -> list[Sentence]:
    return [] if level.raised_since is None else [Sentence(RAISED, {"since": level.raised_since})]


def _relief(level: Level, on: date) -> list[Sentence]:
    """Where somebody who pays a share pays none."""
    if level.own_percent == 0:
        return []
    return [Sentence(HEALTH_STATION), Sentence(SMALL_VISIT, {"amount": small_visit_limit(on)})]
