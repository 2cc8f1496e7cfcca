"""The addresses whose pages a device may keep: cards, participation, benefits. Never visits."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from vssid.apps.people.selectors.household import Household
from vssid.apps.people.selectors.public_person import relative_id
from vssid.domain.ledger.entry import Fund
from vssid.domain.values.actor import Actor


def kept_pages(actor: Actor, household: Household) -> Iterator[str]:
    """Each address, and after a bar the other address of the same page where there is one."""
    yield reverse("citizen:card")
    for relative in household.relatives:
        yield reverse("citizen:family_card", args=[relative_id(actor, relative.person_id)])
    participation = reverse("citizen:participation")
    for fund in Fund:
        also = f"|{participation}" if fund is Fund.BHXH else ""
        yield f"{participation}?fund={fund}{also}"
    yield reverse("citizen:benefits")
