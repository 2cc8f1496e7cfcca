"""What the page about saved copies says. What is really there only the device's script knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.people.selectors.household import Household
from vssid.apps.people.selectors.public_person import relative_id
from vssid.channels.citizen.offline.choice import DAYS, NOTHING
from vssid.channels.citizen.participation.words import tab_name
from vssid.domain.ledger.entry import Fund
from vssid.domain.values.actor import Actor
from vssid.kit.formats.patterns import moment_patterns


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class KeptPage:
    """``address`` as the device files the copy; ``name`` and ``fund`` say which of several it is."""

    address: str
    title: str
    icon: str
    tone: str = ""
    name: str = ""
    fund: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    on: bool
    choices: tuple[Choice, ...]
    kept: tuple[KeptPage, ...]
    moments: str


def drawn(actor: Actor, household: Household, chosen: str) -> Page:
    return Page(
        on=chosen != NOTHING,
        choices=tuple(Choice(value, _length(value), value == chosen) for value in (NOTHING, *DAYS)),
        kept=tuple(_kept(actor, household)),
        moments=moment_patterns(),
    )


def _length(value: str) -> str:
    if value == NOTHING:
        return _("Keep nothing")
    return ngettext("%(count)s day", "%(count)s days", int(value)) % {"count": value}


def _kept(actor: Actor, household: Household) -> Iterator[KeptPage]:
    card = _("Health insurance card")
    yield KeptPage(reverse("citizen:card"), card, "id-badge-2", "la", name=household.own.called)
    for relative in household.relatives:
        address = reverse("citizen:family_card", args=[relative_id(actor, relative.person_id)])
        yield KeptPage(address, card, "id-badge-2", "la", name=relative.holder.called)
    for fund in Fund:
        address = f"{reverse('citizen:participation')}?fund={fund}"
        yield KeptPage(address, _("Participation"), "calendar", fund=tab_name(fund))
    yield KeptPage(reverse("citizen:benefits"), _("Benefits received"), "cash", "nghe")
