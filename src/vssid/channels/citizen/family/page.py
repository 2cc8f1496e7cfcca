"""The family in words, and the months of one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.accounts.delegations.telling import scope_words
from vssid.apps.accounts.selectors.child_accounts import ChildAccount
from vssid.apps.accounts.selectors.child_requests import AskedChild
from vssid.apps.accounts.selectors.delegations import DelegationLine, Delegations
from vssid.apps.directory.selectors.names import Names
from vssid.apps.participation.selectors.ledger import Participation
from vssid.apps.people.selectors.household import Household
from vssid.apps.people.selectors.public_person import relative_id
from vssid.channels.citizen.card.page import kinship
from vssid.channels.citizen.cells import drawn_years
from vssid.channels.citizen.participation.rows import span_rows
from vssid.channels.citizen.participation.words import fund_name, tab_name
from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.grid import year_grid
from vssid.domain.ledger.totals import totals
from vssid.domain.values.actor import Actor, Grant, Scope
from vssid.kit.formats import day, day_with_weekday, years_and_months
from vssid.kit.formats.sentences import listed
from vssid.ui.elements import Link, Row
from vssid.ui.months import YearLine


@dataclass(frozen=True, slots=True)
class Member:
    """``pages``: what of the person can be opened. ``end_id``: the authorisation by which the person is seen,
    empty for a right by law. ``account``: how it stands with the account of a child."""

    name: str
    why: str
    until: str
    pages: tuple[Way, ...]
    end_id: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A page of somebody's record."""

    url: str
    words: str
    icon: str


@dataclass(frozen=True, slots=True)
class Line:
    """An authorisation: ``offered`` ones wait for an answer."""

    id: str
    name: str
    scope: str
    until: str
    offered: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A child somebody asked to have added."""

    name: str
    due: str


@dataclass(frozen=True, slots=True)
class Page:
    seen: tuple[Member, ...]
    asked: tuple[Line, ...]
    given: tuple[Line, ...]
    guardians: tuple[str, ...]
    asked_for: tuple[Asked, ...]


def drawn(
    actor: Actor,
    household: Household,
    delegations: Delegations,
    guardians: tuple[str, ...],
    accounts: Mapping[int, ChildAccount],
    asked_for: tuple[AskedChild, ...],
) -> Page:
    return Page(
        seen=tuple(_members(actor, household, delegations, accounts)),
        asked=tuple(_line(line) for line in delegations.received if not line.accepted),
        given=tuple(_line(line) for line in delegations.given),
        guardians=guardians,
        asked_for=tuple(
            Asked(one.name, day_with_weekday(one.due_on) if one.due_on else "") for one in asked_for
        ),
    )


def _members(
    actor: Actor, household: Household, delegations: Delegations, accounts: Mapping[int, ChildAccount]
) -> Iterator[Member]:
    for relative in household.relatives:
        member = _member(
            actor, relative.person_id, relative.full_name, kinship(relative.relation), (relative.grant,)
        )
        account = accounts.get(relative.person_id)
        yield _with_account(member, actor, relative.person_id, account) if account else member
    for giver in household.entrusted:
        for line in delegations.received:
            if line.accepted and line.person_id == giver.person_id:
                grants = tuple(grant for grant in giver.grants if grant.by == line.id)
                words = _scopes(line)
                member = _member(actor, giver.person_id, line.name, words, grants)
                yield replace(member, end_id=line.id)


def _member(actor: Actor, person_id: int, name: str, why: str, grants: tuple[Grant, ...]) -> Member:
    public_id, scopes = relative_id(actor, person_id), {grant.scope for grant in grants}
    until = next((grant.until for grant in grants if grant.until), None)
    return Member(
        name=name,
        why=why,
        until=_until(until) if until else "",
        pages=tuple(_pages(public_id, scopes)),
    )


def _pages(public_id: str, scopes: set[Scope]) -> Iterator[Way]:
    """In the order of one's own; a right by law over the whole record opens each."""
    for name, words, icon, opened_by in (
        ("card", _("Card"), "id-badge-2", {Scope.CARD}),
        ("months", _("Participation"), "calendar", {Scope.PARTICIPATION}),
        ("benefits", _("Benefits"), "cash", {Scope.BENEFITS}),
        ("visits", _("Clinic visits"), "stethoscope", set[Scope]()),
        ("copy", _("A copy to keep"), "download", set[Scope]()),
    ):
        if scopes & (opened_by | {Scope.RECORD}):
            yield Way(reverse(f"citizen:family_{name}", args=[public_id]), words, icon)


def _with_account(member: Member, actor: Actor, child: int, account: ChildAccount) -> Member:
    address = reverse("citizen:child_account", args=[relative_id(actor, child)])
    asked = _("account asked for") if account.due_on else ""
    return replace(
        member,
        pages=(*member.pages, Way(address, _("Account"), "user")),
        account=_("has an account") if account.opened_at else asked,
    )


def _line(line: DelegationLine) -> Line:
    return Line(line.id, line.name, _scopes(line), _until(line.until), not line.accepted)


def _scopes(line: DelegationLine) -> str:
    return listed(_(part) for part in scope_words(line.scopes))


def _until(last: date) -> str:
    return _("until %(day)s") % {"day": day(last)}


@dataclass(frozen=True, slots=True)
class Months:
    name: str
    tabs: tuple[Link, ...]
    label: str
    total: str
    years: tuple[YearLine, ...]
    spans: tuple[Row, ...]
    nothing: str


def months_drawn(
    record: Participation, fund: Fund, names: Names, *, name: str, address: str, today: date
) -> Months:
    """Read only: no line leads further."""
    counted = totals(record.ledger, fund)
    return Months(
        name=name,
        tabs=tuple(Link(tab_name(one), f"{address}?fund={one}", current=one is fund) for one in Fund),
        label=_("%(fund)s: time that counts") % {"fund": fund_name(fund)},
        total=years_and_months(counted.counted),
        years=drawn_years(year_grid(record.ledger, fund, today)),
        spans=tuple(replace(row, url="") for row in span_rows(record, fund, names, today)),
        nothing=_("Nothing on record: %(fund)s") % {"fund": fund_name(fund)},
    )
