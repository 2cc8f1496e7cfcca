"""The chat. Each button is a form that comes back to the page; the page's own script sends the same forms and
takes only the part that changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vssid.apps.accounts.assurance.leave import require
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.assistant.answering import Asker
from vssid.apps.assistant.answers import prepare_soon
from vssid.apps.assistant.errors import NewWayOver, TooManyTurns
from vssid.apps.assistant.selectors.transcript import kept_conversations, latest_conversation, transcript
from vssid.apps.assistant.services.answer_turn import answer_turn
from vssid.apps.assistant.services.ask_person import ask_person
from vssid.apps.assistant.services.end_conversation import end_conversation, keep_conversation
from vssid.apps.assistant.services.offer_new_way import use_new_way
from vssid.apps.assistant.vocabulary import ChatState
from vssid.channels.public.chat import page
from vssid.channels.public.chat.forms import NewWayForm, SaidForm
from vssid.channels.public.chat.talker import talker
from vssid.domain.values.actor import ActorKind
from vssid.domain.values.problem import TooMany, marked
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of
from vssid.kit.formats.sentences import in_a_row
from vssid.kit.formats.waiting import try_again

_PART = "X-Chat-After"
"""Sent by the script: the number of the last turn it shows."""


_ENDED = {True: marked("The chat has ended. It is kept."), False: marked("The chat was deleted.")}
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def _signed_in(view: View[P]) -> View[P]:
    """Kept chats are of somebody: a visitor is sent to sign in."""

    @open_to(Audience.CITIZEN)
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        actor = talker(request).actor
        if actor.kind is not ActorKind.CITIZEN:
            return redirect_to_login(request.get_full_path())
        require(actor, Act.VIEW)
        return view(request, *args, **kwargs)

    return guarded


@open_to(Audience.EVERYONE)
@require_safe
def chat(request: HttpRequest) -> HttpResponse:
    prepare_soon(get_language() or "vi")
    return _shown(request, talker(request), SaidForm())


@open_to(Audience.EVERYONE)
@require_POST
def said(request: HttpRequest) -> HttpResponse:
    form = SaidForm(request.POST)
    asker = talker(request, begins=True)
    if not form.is_valid():
        return _shown(request, asker, form)
    try:
        answer_turn(asker=asker, said=form.said(), caller=network_of(request))
    except TooManyTurns as refused:
        return _held_back(request, asker, form, refused)
    return _back(request, asker)


@open_to(Audience.EVERYONE)
@require_POST
def person(request: HttpRequest) -> HttpResponse:
    asker = talker(request, begins=True)
    try:
        ask_person(asker=asker, caller=network_of(request))
    except TooMany as refused:
        return _held_back(request, asker, SaidForm(), refused)
    return _back(request, asker)


@open_to(Audience.EVERYONE)
@require_POST
def new_way(request: HttpRequest) -> HttpResponse:
    """The number a visitor was offered to type; the same answer for every number."""
    form, asker = NewWayForm(request.POST), talker(request)
    if not form.is_valid():
        return _shown(request, asker, SaidForm(), new_way=form)
    try:
        use_new_way(asker=asker, number=form.cleaned_data["number"], caller=network_of(request))
    except TooMany as refused:
        return _held_back(request, asker, SaidForm(), refused)
    except NewWayOver as over:
        response = _shown(request, asker, SaidForm(), refused=_(over.sentence))
        response.status_code = over.status
        return response
    return _back(request, asker)


@open_to(Audience.EVERYONE)
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Only of a signed-in person; a visitor's chat is not found."""
    asker = talker(request)
    kept = request.POST.get("kept") == "yes"
    keep_conversation(actor=asker.actor, conversation=latest_conversation(asker.actor).public_id, kept=kept)
    return HttpResponseRedirect(reverse("public:chat"))


@open_to(Audience.EVERYONE)
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """The current one; a kept one that has ended is deleted."""
    asker = talker(request)
    current = request.POST.get("chat", "") or latest_conversation(asker.actor).public_id
    if current:
        ended = end_conversation(actor=asker.actor, conversation=current, now=clock.now())
        messages.success(request, _(_ENDED[ended]))
    return HttpResponseRedirect(reverse("public:chat"))


@require_safe
@_signed_in
def kept(request: HttpRequest) -> HttpResponse:
    chats = kept_conversations(talker(request).actor)
    return render(request, "public/chat/kept.html", {"tab": "help", "chats": page.kept_rows(chats)})


@require_safe
@_signed_in
def kept_chat(request: HttpRequest, public_id: str) -> HttpResponse:
    asker = talker(request)
    told = transcript(asker.actor, public_id)
    values = {
        "tab": "help",
        "chat": public_id,
        "day": page.day_of(told),
        "ended": told.state is ChatState.ENDED,
        **page.drawn(told, asker),
    }
    return render(request, "public/chat/kept_chat.html", values)


def _back(request: HttpRequest, asker: Asker) -> HttpResponse:
    if _PART in request.headers:
        return _shown(request, asker, SaidForm())
    return HttpResponseRedirect(f"{reverse('public:chat')}#last")


def _held_back(request: HttpRequest, asker: Asker, form: SaidForm, refused: TooMany) -> HttpResponse:
    """The page as it was, what was typed still in it."""
    when = try_again(refused.retry_seconds or 1, now=asker.now)
    response = _shown(request, asker, form, refused=in_a_row(_(refused.sentence), when))
    response.status_code = refused.status
    response["Retry-After"] = str(refused.retry_seconds)
    return response


def _shown(
    request: HttpRequest,
    asker: Asker,
    form: SaidForm,
    *,
    refused: str = "",
    new_way: NewWayForm | None = None,
) -> HttpResponse:
    after = request.headers.get(_PART, "")
    number = int(after) if after.isascii() and after.isdigit() else 0
    current = latest_conversation(asker.actor).public_id
    told = transcript(asker.actor, current, after=number) if current else None
    forms = {"form": form, "new_way": new_way or NewWayForm()}
    values = {"tab": "help", "refused": refused, **forms, **page.drawn(told, asker)}
    template = "public/chat/part.html" if after else "public/chat/chat.html"
    return render(request, template, values)
