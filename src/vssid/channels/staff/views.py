"""Where staff arrive: who they are here, and what is open to them."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vssid.apps.accounts.roles import Right, roles, roles_that_may
from vssid.apps.directory.selectors.names import names
from vssid.apps.procedures.policies import works_on_any
from vssid.channels.staff.access import StaffRequest, staff_only
from vssid.domain.values.actor import Actor
from vssid.kit.formats.sentences import listed
from vssid.ui.elements import Item, Row


@require_safe
@staff_only()
def home(request: HttpRequest) -> HttpResponse:
    actor = cast("StaffRequest", request).actor
    facts = [
        Item(_("Role"), listed(roles()[role].names[get_language() or "en"] for role in sorted(actor.roles)))
    ]
    if actor.office:
        facts.append(Item(_("Office"), names(offices=[actor.office]).office(actor.office), data=True))
    return render(request, "staff/home.html", {"facts": facts, "rooms": _rooms(actor)})


def _rooms(actor: Actor) -> list[Row]:
    """What is open to the roles of ``actor``."""
    texts = Row(
        _("Policies, news, help"),
        url=reverse("admin:index"),
        icon="file-text",
        note=_("Write, translate, publish, withdraw"),
    )
    cases = Row(
        _("Cases"),
        url=reverse("staff:cases"),
        icon="files",
        note=_("Reports of the people of this office, the most urgent first"),
    )
    counter = Row(
        _("Counter"),
        url=reverse("staff:counter"),
        icon="users",
        note=_("A new password or a confirmed passkey for a visitor"),
    )
    desk = Row(
        _("Contact centre"),
        url=reverse("staff:desk"),
        icon="phone",
        note=_("Calls and chats that wait for an officer, people to call back"),
    )
    lists = Row(
        _("Lists of employers and schools"),
        url=reverse("staff:lists"),
        icon="files",
        note=_("Accounts for many people at once"),
    )
    members = Row(
        _("Members of staff"),
        url=reverse("staff:members"),
        icon="id-badge-2",
        note=_("Who works here; ask for members and roles, end them"),
    )
    emergency = Row(
        _("Open a record in an emergency"),
        url=reverse("staff:emergency"),
        icon="alert-triangle",
        tone="gach",
        note=_("For some minutes, with a reason that a supervisor reviews"),
    )
    return (
        [texts] * bool(actor.roles & roles_that_may(Right.EDIT_TEXTS))
        + [cases] * works_on_any(actor)
        + [desk] * bool(actor.roles & roles_that_may(Right.ANSWER_PEOPLE))
        + [counter] * bool(actor.roles & roles_that_may(Right.START_RESETS))
        + [lists] * bool(actor.roles & roles_that_may(Right.WORK_CASES))
        + [members] * bool(actor.roles & roles_that_may(Right.LOOK_AFTER_STAFF))
        + [emergency] * bool(actor.roles & roles_that_may(Right.OPEN_IN_EMERGENCY))
    )
