"""What the card page says, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.names import Names
from vssid.apps.people.selectors.holders import Holder
from vssid.apps.people.selectors.household import Household
from vssid.apps.people.selectors.public_person import relative_id
from vssid.channels.citizen.card.legal_words import LegalLine, back_lines, front_lines
from vssid.channels.citizen.health_card import face, facility, level_of
from vssid.domain.card.benefit import Level
from vssid.domain.card.entitlement import USABLE, CardFacts, state
from vssid.domain.card.five_years import five_year_wording
from vssid.domain.card.level_wording import level_wording
from vssid.domain.card.state_wording import state_wording
from vssid.domain.values.actor import Actor, Scope
from vssid.kit.formats import day, day_span
from vssid.kit.formats.sentences import listed, told
from vssid.ui.card import CardFace
from vssid.ui.elements import Item, Person


@dataclass(frozen=True, slots=True)
class LevelWords:
    """``details`` stand behind "see all benefits"."""

    headline: str
    rest: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """``finding`` and ``to_do`` say the state; ``face`` and ``level`` are None without a card (or a level).

    ``whose`` names the person when it is not oneself. ``front`` and ``back``: the lines of the card as
    printed. ``print_url``: the page to print, if any. ``paper_of``: public id of the relative, empty for
    oneself.
    """

    people: tuple[Person, ...]
    whose: str
    face: CardFace | None
    usable: bool
    finding: str
    to_do: str
    level: LevelWords | None
    five_years: tuple[str, ...]
    facts: tuple[Item, ...]
    front: tuple[LegalLine, ...]
    back: tuple[LegalLine, ...]
    url: str
    print_url: str
    paper_of: str
    as_of: datetime | None


def drawn(
    *,
    actor: Actor,
    person_id: int,
    household: Household,
    card: CardFacts | None,
    names: Names,
    today: date,
    as_of: datetime | None,
) -> Page:
    """``person_id``: the actor, or one of the relatives in ``household``."""
    holder = household.holder(person_id)
    words = state_wording(card, today)
    usable = card is not None and state(card, today) in USABLE
    given = level_of(card, today) if card else None
    return Page(
        people=tuple(_chips(actor, household, person_id)),
        whose="" if person_id == actor.person_id else holder.full_name,
        face=face(card, holder, today=today, code=usable) if card else None,
        usable=usable,
        finding=told(words.finding),
        to_do=told(words.to_do),
        level=_level(given, today) if given and usable else None,
        five_years=_five_years(card, given, today) if usable else (),
        facts=_facts(card, names) if card else (),
        front=front_lines(card, holder, names, given) if card else (),
        back=back_lines() if card else (),
        url=_url(actor, person_id, ""),
        print_url="" if _is_entrusted(household, person_id) else _url(actor, person_id, "_print"),
        paper_of="" if person_id == actor.person_id else relative_id(actor, person_id),
        as_of=as_of,
    )


def _chips(actor: Actor, household: Household, shown: int) -> Iterator[Person]:
    yield _chip(actor, household.own, _("you"), shown)
    for relative in household.relatives:
        yield _chip(actor, relative.holder, kinship(relative.relation), shown)
    for giver in household.entrusted:
        if any(grant.scope is Scope.CARD for grant in giver.grants):
            yield _chip(actor, giver.holder, _("by authorisation"), shown)


def _is_entrusted(household: Household, person_id: int) -> bool:
    """Papers of somebody who gave an authorisation are theirs alone to make."""
    by_law = (household.own.person_id, *(relative.person_id for relative in household.relatives))
    return person_id not in by_law


def _chip(actor: Actor, one: Holder, kinship: str, shown: int) -> Person:
    return Person(one.called, _url(actor, one.person_id, ""), kinship, one.person_id == shown)


def kinship(relation: str) -> str:
    """What the relative is to the reader."""
    return {"child": _("child"), "ward": _("ward"), "cared_for": _("in your care")}.get(relation, "")


def _url(actor: Actor, person_id: int, page: str) -> str:
    if person_id == actor.person_id:
        return reverse(f"citizen:card{page}")
    return reverse(f"citizen:family_card{page}", args=[relative_id(actor, person_id)])


def _level(given: Level, today: date) -> LevelWords:
    words = level_wording(given, today)
    return LevelWords(told(words.headline), told(words.rest), tuple(map(told, words.details)))


def _five_years(card: CardFacts | None, given: Level | None, today: date) -> tuple[str, ...]:
    if card is None or given is None:
        return ()
    words = five_year_wording(given, card.five_year_date, today)
    return tuple(told(sentence) for sentence in (words.finding, words.meaning) if sentence)


def _validity(card: CardFacts) -> str:
    if card.valid_to is None:
        return listed([day(card.valid_from), _("no end date")])
    return day_span(card.valid_from, card.valid_to)


def _facts(card: CardFacts, names: Names) -> tuple[Item, ...]:
    """Only what is on record."""
    rows = [Item(_("Validity period"), _validity(card), number=True)]
    if card.facility_code:
        rows.append(Item(_("Initially registered healthcare facility"), facility(card, names), data=True))
    if card.five_year_date:
        rows.append(Item(_("Five years in a row since"), day(card.five_year_date), number=True))
    if card.issued_on:
        rows.append(Item(_("Issued on"), day(card.issued_on), number=True))
    return tuple(rows)
