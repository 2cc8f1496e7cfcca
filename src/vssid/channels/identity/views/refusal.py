"""Tries or the machine have run out: the same page with words, the time to come back, and Retry-After."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.generic.edit import FormView

from vssid.apps.accounts.errors import TooManyTries
from vssid.domain.values.problem import TooMany
from vssid.kit import clock
from vssid.kit.formats.waiting import clock_time

if TYPE_CHECKING:
    _View = FormView[Any]
else:
    _View = object


class RefusesInWords(_View):
    """Before a form view of the sign-in library in the order of classes."""

    kept_fields: tuple[str, ...] = ()
    """What was typed and stands in the form again; never a password."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except TooMany as refusal:
            return self._refused(refusal)

    def _refused(self, refusal: TooMany) -> HttpResponse:
        arguments = self.get_form_kwargs()
        typed = arguments.pop("data")
        arguments.pop("files", None)
        arguments["initial"] = {name: typed.get(name, "") for name in self.kept_fields}
        form = self.get_form_class()(**arguments)
        return self.render_to_response(
            self.get_context_data(form=form, refusal=words_of(refusal)),
            status=refusal.status,
            headers={"Retry-After": str(refusal.retry_seconds)},
        )


def refused_page(
    request: HttpRequest, template: str, refusal: TooMany, context: dict[str, object]
) -> HttpResponse:
    """The page ``template`` again, with ``refusal`` in words, for views that are functions."""
    words = {"refusal": words_of(refusal), **context}
    response = render(request, template, words, status=refusal.status)
    response["Retry-After"] = str(refusal.retry_seconds)
    return response


def words_of(refusal: TooMany) -> str:
    """What happened and when to come back, in the reader's language and by the clock of Viet Nam."""
    sentence = _(refusal.sentence)
    if not isinstance(refusal, TooManyTries):
        return sentence
    now = clock.now()
    until = now.replace(microsecond=0) + timedelta(seconds=refusal.retry_seconds or 1)
    return f"{sentence} " + _("You can sign in again at %(time)s.") % {"time": clock_time(until, now=now)}
