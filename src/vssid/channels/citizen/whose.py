"""Whose record a page shows: the reader's own, or that of somebody in the family.

A page that reads ``request.whose`` and nothing of ``request.person_id`` can stand under ``/me/family/`` too:
one line in the addresses of the family, with the scope that opens it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from vssid.apps.people.policies import require_sight
from vssid.apps.people.selectors.public_person import relative_of
from vssid.domain.values.actor import Scope
from vssid.kit import clock

if TYPE_CHECKING:
    from vssid.channels.citizen.access import CitizenRequest

_WANTED = "wanted_of_family"


@dataclass(frozen=True, slots=True)
class Whose:
    """``name`` and ``public_id`` are empty for the reader's own record."""

    person_id: int
    name: str = ""
    public_id: str = ""

    @property
    def back(self) -> str:
        """Where the page leads back to; empty for one's own, which knows its place."""
        return reverse("citizen:family") if self.public_id else ""

    def address(self, view: str, *args: str) -> str:
        """Of the page named ``view`` in the same record."""
        if self.public_id:
            return reverse(f"citizen:family_{view}", args=[self.public_id, *args])
        return reverse(f"citizen:{view}", args=args)


def of_family(view: Callable[..., HttpResponseBase], scope: Scope) -> Callable[..., HttpResponseBase]:
    """The page ``view`` of somebody over whom the reader has a grant of ``scope``; NotFound for anybody else.
    ``within``: what the page names inside that record."""

    @wraps(view)
    def shown(request: HttpRequest, /, public_id: str, within: str = "") -> HttpResponseBase:
        setattr(request, _WANTED, (public_id, scope))
        return view(request, within) if within else view(request)

    return shown


def whose_of(request: CitizenRequest) -> Whose:
    """Asked once a request, before anything is read."""
    public_id, scope = getattr(request, _WANTED, ("", None))
    if scope is None:
        return Whose(request.person_id)
    person_id = relative_of(request.actor, public_id)
    require_sight(request.actor, person_id, scope, on=clock.today())
    return Whose(person_id, request.household.holder(person_id).full_name, public_id)
