"""Who may open the pages under /staff/."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from vssid.apps.accounts.errors import NotStaff
from vssid.apps.accounts.roles import Right, roles_that_may, staff_roles
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit.audience import Audience, open_to

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """A request behind :func:`staff_only`. ``actor`` is the officer; outside this door it is the citizen."""

    actor: Actor
    staff_actor: Actor


def staff_only(*roles: str) -> Callable[[View], View]:
    """Staff who have shown the second factor lately come in, with one of ``roles`` when any is named.

    A visitor is sent to sign in, staff without a fresh code to the second step, a citizen is refused.
    """

    def guard(view: View) -> View:
        @open_to(Audience.STAFF)
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
            staff = cast("StaffRequest", request)
            if staff.actor.kind is ActorKind.ANONYMOUS:
                return redirect_to_login(request.get_full_path())
            if not staff.actor.roles & staff_roles():
                raise NotStaff
            if staff.staff_actor.kind is not ActorKind.OFFICER:
                return HttpResponseRedirect(
                    f"{reverse('staff_code')}?{urlencode({'next': request.get_full_path()})}"
                )
            if roles and not staff.staff_actor.roles & set(roles):
                raise NotAllowed
            staff.actor = staff.staff_actor
            return view(staff, *args, **kwargs)

        return guarded

    return guard


def staff_who_may(right: Right) -> Callable[[View], View]:
    """As :func:`staff_only`, for the roles that have the right."""
    return staff_only(*roles_that_may(right))
