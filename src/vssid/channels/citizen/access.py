"""Who may open the pages under /me/."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.selectors.signed_in import SignedIn
from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.people.selectors.household import Household
from vssid.channels.citizen.whose import Whose, whose_of
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

P = ParamSpec("P")
View = Callable[Concatenate["CitizenRequest", P], HttpResponseBase]


class CitizenRequest(HttpRequest):
    """A request behind :func:`citizen_only`. ``person_id`` is the actor's own; ``household`` themselves and
    the relatives they may see; ``whose`` the record the page is about."""

    actor: Actor
    visitor: SignedIn
    person_id: int
    household: Household
    whose: Whose


def citizen_only(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """A signed-in citizen comes in, a visitor is sent to sign in, anybody else is refused (NotAllowed).

    A session in which nothing was shown that we know opens nothing (StepUpNeeded).
    """

    @open_to(Audience.CITIZEN)
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        citizen = cast("CitizenRequest", request)
        if citizen.actor.kind is ActorKind.ANONYMOUS:
            return redirect_to_login(request.get_full_path())
        if citizen.actor.kind is not ActorKind.CITIZEN or citizen.actor.person_id is None:
            raise NotAllowed
        require(citizen.actor, Act.VIEW)
        citizen.person_id = citizen.actor.person_id
        citizen.household = citizen.visitor.household
        citizen.whose = whose_of(citizen)
        return view(citizen, *args, **kwargs)

    return guarded


def proven_for(act: Act) -> Callable[[View[P]], View[P]]:
    """Whoever has not shown enough for ``act`` is sent to show it, and comes back (StepUpNeeded)."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: CitizenRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            require(request.actor, act)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def logged_as(data_group: DataGroup) -> Callable[[View[P]], View[P]]:
    """Writes the look at ``data_group`` before the page is made: one row a session and group. In the log of
    somebody in the family it stands under the reader's name."""

    def logging(view: View[P]) -> View[P]:
        @wraps(view)
        def logged(request: CitizenRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            whose = request.whose
            record_own_read(
                actor=request.actor,
                data_group=data_group,
                now=clock.now(),
                person_id=whose.person_id,
                actor_name=request.household.full_name if whose.name else "",
            )
            return view(request, *args, **kwargs)

        return logged

    return logging
