"""Tells people whose card ends and is not renewed for them, and parents of children who turn six."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import groupby

from vssid.apps.healthcard.models import Card
from vssid.apps.healthcard.selectors.cards import CARD_COLUMNS, current_among
from vssid.apps.notifications.services.notify import Event
from vssid.apps.notifications.services.run_round import Told, run_round
from vssid.apps.people.selectors.contacts import names_for
from vssid.domain.card.entitlement import CardFacts
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM
from vssid.kit.sharding import cross_shard

DAYS_BEFORE = (30, 10, 1)
CHILD_DAYS_BEFORE = (60, 30)
CHILDREN = "TE"

_BUY_AGAIN = marked("Nobody renews this card for you: buy it again before it ends.")
_SCHOOL = marked("The school renews it: ask there before it ends.")
_COMMUNE = marked("The commune renews it for those who still have the right: ask there before it ends.")
RENEWALS = {"GD": _BUY_AGAIN, "HS": _SCHOOL, "SV": _SCHOOL, "CN": _COMMUNE, "HN": _COMMUNE, "DT": _COMMUNE}
"""Group -> who renews. Groups that are not here are renewed by employer, agency or with the pension."""

_ACTOR = Actor(kind=ActorKind.SYSTEM, id="ending_cards", channel="worker")


def tell_ending_cards(*, now: datetime) -> int:
    """The notices written in this turn of today's two rounds."""
    today = now.astimezone(VIETNAM).date()
    return _round("card.expiring", tuple(RENEWALS), DAYS_BEFORE, today, now) + _round(
        "card.child_turns6", (CHILDREN,), CHILD_DAYS_BEFORE, today, now
    )


def _round(code: str, groups: Collection[str], days: Collection[int], today: date, now: datetime) -> int:
    ends = [today + timedelta(days=before) for before in days]

    def step(after: int, most: int) -> Told:
        people = _people(groups, ends, after, most)
        ending = {
            person_id: card
            for person_id, card in _current_cards(people, today).items()
            if card.group_code in groups and card.valid_to in ends
        }
        called = names_for(_ACTOR, ending)
        return Told(list(_events(code, ending, called, today)), last=people[-1] if people else None)

    return run_round(actor=_ACTOR, name=f"{code} {today}", code=code, step=step, now=now)


def _events(
    code: str, ending: Mapping[int, CardFacts], called: Mapping[int, str], today: date
) -> Iterator[Event]:
    for person_id, card in ending.items():
        if card.valid_to is None or person_id not in called:
            continue
        values: dict[str, object] = {"holder": called[person_id], "until": card.valid_to}
        if code == "card.expiring":
            values["renewal"] = Sentence(RENEWALS[card.group_code])
        yield Event(person_id, f"{card.valid_to} {(card.valid_to - today).days}", values)


def _people(groups: Collection[str], ends: Collection[date], after: int, most: int) -> list[int]:
    with cross_shard("everybody whose card ends on a day"):
        rows = Card.objects.filter(
            valid_to__in=ends, group_code__in=groups, reversal_of=None, person_id__gt=after
        )
        return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct()[:most])


def _current_cards(people: Collection[int], today: date) -> dict[int, CardFacts]:
    """The card that counts today: one that was withdrawn or followed by another says nothing any more."""
    rows = Card.objects.filter(person_id__in=people).order_by("person_id", "seq")
    grouped = groupby(rows.values_list("person_id", *CARD_COLUMNS), key=lambda row: row[0])
    found = {
        person_id: current_among([row[1:] for row in own], person_id, today) for person_id, own in grouped
    }
    return {person_id: card for person_id, card in found.items() if card and card.withdrawn_on is None}
