"""Takes one answer and leads back to the page it is about."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vssid.apps.content.errors import TooMuchFeedback
from vssid.apps.content.services.give_feedback import give_feedback
from vssid.channels.public.feedback.forms import FeedbackForm
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to
from vssid.kit.caller_network import network_of
from vssid.kit.formats.sentences import in_a_row
from vssid.kit.formats.waiting import try_again
from vssid.kit.way_back import own_address


@open_to(Audience.EVERYONE)
@require_POST
def feedback(request: HttpRequest) -> HttpResponse:
    """What is not an answer changes nothing: a reader who presses a button never meets an error page."""
    form = FeedbackForm(request.POST)
    if form.is_valid():
        _give(request, form.cleaned_data)
    return HttpResponseRedirect(own_address(request, request.POST.get("next", ""), otherwise="/help/"))


def _give(request: HttpRequest, said: dict[str, str]) -> None:
    try:
        give_feedback(
            caller=network_of(request),
            browser=request.headers.get("User-Agent", ""),
            page=said["page"],
            useful=said["useful"] == "yes",
            sentence=said["sentence"],
            language=get_language() or "vi",
            now=clock.now(),
        )
    except TooMuchFeedback as refused:
        when = try_again(refused.retry_seconds or 1, now=clock.now())
        messages.warning(request, in_a_row(_(refused.sentence), when))
    else:
        messages.success(request, _("Counted. It is kept without name or number."))
