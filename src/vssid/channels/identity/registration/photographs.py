"""The photos some applicants send, one a page. Without JavaScript they are plain uploads."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vssid.apps.accounts.registrations.answers import Question
from vssid.apps.accounts.registrations.photos import Photo
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.selectors.registrations import OwnRegistration, own_registration
from vssid.apps.accounts.services.keep_photo import keep_photo
from vssid.channels.identity.registration import pages
from vssid.channels.identity.registration.browser import kept_registration, token_of
from vssid.channels.identity.registration.forms import PhotoForm
from vssid.channels.identity.registration.picture_limit import count_picture
from vssid.domain.values.problem import Problem
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def photos(request: HttpRequest) -> HttpResponse:
    """The first that is missing, or the one the address names."""
    registration = kept_registration(request)
    if registration is None:
        return redirect("register")
    if not _asked(registration):
        return redirect("register_status")
    named = request.GET.get("photo", "")
    if named not in set(Photo):
        return _next(registration)
    kind = Photo(named)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PhotoForm(*sent, kind=kind)
    if request.method == "POST" and form.is_valid():
        count_picture(request)
        try:
            file = form.cleaned_data["photo"].read()
            keep_photo(token=token_of(request), kind=kind, file=file, now=clock.now())
        except Problem as problem:
            form.add_error("photo", _(problem.sentence))
        else:
            left = own_registration(token_of(request)).photos_missing
            return redirect("register_photos" if left else "register_check")
    return render(request, "identity/register/photo.html", pages.photo(registration, form))


def _asked(registration: OwnRegistration) -> bool:
    if registration.state is State.CORRECTION:
        return Question.PHOTOS in registration.to_correct
    return registration.state is State.DRAFT and bool(registration.photos or registration.photos_missing)


def _next(registration: OwnRegistration) -> HttpResponse:
    """The address names the photo: one that is sent twice is not taken for the next."""
    kind = (*registration.photos_missing, Photo.FRONT)[0]
    return HttpResponseRedirect(f"{reverse('register_photos')}?photo={kind.value}")
