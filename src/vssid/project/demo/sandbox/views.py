"""What a demonstration sent: text messages, e-mails, push messages."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.notifications.vocabulary import Channel
from vssid.kit.audience import Audience, open_to
from vssid.project.demo.sandbox.outbox import sent_messages


@require_safe
@open_to(Audience.EVERYONE)
def outbox(request: HttpRequest) -> HttpResponse:
    """For everybody, because everybody in it is invented. Outside a demonstration there is no such page."""
    if not settings.DEMO:
        raise Http404
    channel = request.GET.get("channel", "")
    sent = sent_messages(settings.HOME / "demo" / "outbox")
    shown = [message for message in sent if channel not in set(Channel) or message.channel == channel]
    return render(request, "sandbox/outbox.html", {"messages_sent": shown})
