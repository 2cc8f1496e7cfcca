"""The words that point at the inbox and say nothing else: push messages and the digest."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import override

from vssid.apps.notifications.messages.gsm import unaccented
from vssid.apps.notifications.messages.rendering import Outside
from vssid.apps.notifications.vocabulary import Channel

TITLE = "VssID"


def neutral(channel: Channel, language: str) -> Outside:
    """What a lock screen may show to anybody; for the digest also as e-mail or SMS."""
    with override(language):
        match channel:
            case Channel.EMAIL:
                return Outside(subject=_("VssID: new notices"), text=_email_words())
            case Channel.SMS:
                words = _("BHXH: new notices. Open the VssID app, Notices. We send no links.")
                return Outside(unaccented(words) if language == "vi" else words)
            case _:
                return Outside(subject=TITLE, text=_("There is a new notice."))


def _email_words() -> str:
    return _(
        "There are new notices. Open the VssID app, then Notices, to read them.\n"
        "The social-insurance agency sends no links and never asks for a password or a code."
    )
