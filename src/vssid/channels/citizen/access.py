"""Who may open the pages under /me/."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed

P = ParamSpec("P")


class CitizenRequest(HttpRequest):
    """A request behind :func:`citizen_only`.

    ``identity_confirmed_until``: to when the person counts as having just given the password again, or None.
    """

    actor: Actor
    identity_confirmed_until: datetime | None


def citizen_only(
    view: Callable[Concatenate[CitizenRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """A signed-in citizen comes in, a visitor is sent to sign in, anybody else is refused (NotAllowed)."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        citizen = cast("CitizenRequest", request)
        if citizen.actor.kind is ActorKind.ANONYMOUS:
            return redirect_to_login(request.get_full_path())
        if citizen.actor.kind is not ActorKind.CITIZEN or citizen.actor.person_id is None:
            raise NotAllowed
        return view(citizen, *args, **kwargs)

    return guarded
