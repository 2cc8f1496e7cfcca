"""The account of a child: how it stands, ask for it, take the request back."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.registrations.held import held_accounts
from vssid.apps.accounts.selectors.child_accounts import child_accounts
from vssid.apps.accounts.services.ask_child_account import ask_child_account, withdraw_child_account
from vssid.apps.directory.selectors.names import names
from vssid.apps.people.selectors.particulars import Particulars, particulars
from vssid.apps.people.selectors.public_person import kin_of, relative_of
from vssid.channels.citizen.access import CitizenRequest, citizen_only
from vssid.domain.values.actor import Actor, Scope
from vssid.domain.values.problem import Conflict, NotFound, TooMany
from vssid.kit import clock
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day, day_with_weekday, grouped, known_day
from vssid.ui.elements import Item


class DeclarationForm(forms.Form):
    commitment = forms.BooleanField(
        label=gettext_lazy("I declare that I answer for this child by law."),
        error_messages={"required": gettext_lazy("Tick the declaration to ask for the account.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@citizen_only
def child(request: CitizenRequest, public_id: str) -> HttpResponse:
    person_id = _child(request, public_id)
    # after whose it is: an id of somebody else answers as one nobody has
    require(request.actor, Act.DEPENDANTS)
    form = DeclarationForm(request.POST if request.method == "POST" else None)
    refusal, status = "", 200
    if request.method == "POST" and form.is_valid():
        try:
            ask_child_account(
                actor=request.actor,
                child=person_id,
                actor_name=request.household.full_name,
                language=get_language() or "vi",
                now=clock.now(),
            )
        except (Conflict, TooMany) as problem:
            refusal, status = _(problem.sentence), problem.status
        else:
            messages.success(request, _("Sent. An officer answers; a notice tells you."))
            return redirect("citizen:family")
    context = {**_page(request.actor, person_id), "form": form, "refusal": refusal, "public_id": public_id}
    return render(request, "citizen/family/child.html", context, status=status)


@require_POST
@citizen_only
def withdraw(request: CitizenRequest) -> HttpResponse:
    withdraw_child_account(
        actor=request.actor,
        child=_child(request, request.POST.get("child", "")),
        actor_name=request.household.full_name,
        now=clock.now(),
    )
    messages.success(request, _("The request was taken back."))
    return redirect("citizen:family")


def _child(request: CitizenRequest, public_id: str) -> int:
    """Whom the reader answers for by law; NotFound for anybody else."""
    person_id = kin_of(request.household, relative_of(request.actor, public_id))
    grants = [grant for grant in request.actor.grants if grant.person_id == person_id]
    if not any(grant.scope is Scope.RECORD and not grant.by for grant in grants):
        raise NotFound
    return person_id


def _page(actor: Actor, person_id: int) -> dict[str, object]:
    today = clock.today()
    known = particulars(actor, person_id, today=today)
    account = child_accounts(actor, [person_id], today=today)[person_id]
    return {
        "name": known.full_name,
        "items": _items(known),
        "opened": day(account.opened_at.astimezone(VIETNAM).date()) if account.opened_at else "",
        "due": day_with_weekday(account.due_on) if account.due_on else "",
        "mine": account.mine,
        "age": held_accounts().own_password_at,
    }


def _items(known: Particulars) -> list[Item]:
    number = known.insurance_number or known.national_id
    return [
        Item(_("Full name"), known.full_name, data=True),
        Item(_("Date of birth"), known_day(known.birth), number=True),
        Item(_("Insurance number"), grouped(number) if number else "–", number=True),
        Item(
            _("Office that answers"), names(offices=[known.office_code]).office(known.office_code), data=True
        ),
    ]
