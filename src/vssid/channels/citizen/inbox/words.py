"""Notices in the reader's language: titles with their names marked, topics, what was sent when."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vssid.apps.notifications.messages.rendering import Line
from vssid.apps.notifications.selectors.inbox import InboxRow, SentLine
from vssid.apps.notifications.vocabulary import Channel, DeliveryState, Topic
from vssid.apps.people.selectors.household import Household
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day_and_time
from vssid.ui.elements import as_registered

LOOKS = {
    Topic.SECURITY: ("shield-check", "gach"),
    Topic.DOSSIER: ("files", ""),
    Topic.STATEMENT: ("file-text", ""),
    Topic.EMPLOYER: ("briefcase", "nghe"),
    Topic.CARD: ("id-badge-2", "la"),
    Topic.BENEFIT: ("cash", "nghe"),
    Topic.LIFE: ("hourglass", "man"),
    Topic.PAYMENT: ("calculator", ""),
    Topic.ACCOUNT: ("user", "none"),
    Topic.PUBLIC: ("info-circle", "none"),
}
"""Icon and tone of each topic."""


def marked_up(line: Line) -> SafeString:
    """Registered names within it are marked and left alone by translators."""
    return format_html_join(
        "", "{}", ((as_registered(piece.text) if piece.data else piece.text,) for piece in line)
    )


def clock_time(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M}"


def about(row: InboxRow, household: Household) -> str:
    """“For …” when it is about somebody the reader answers for; empty for their own."""
    name = next((one.full_name for one in household.relatives if one.person_id == row.about_id), "")
    return format_html(_("For {name}"), name=as_registered(name)) if name else ""


def sent_line(line: SentLine, today: date) -> str:
    """One sentence of evidence: what was done to point at the notice, and when. Empty: nothing to say."""
    local = (line.at or line.due).astimezone(VIETNAM)
    when = clock_time(local) if local.date() == today else day_and_time(local)
    match line.state, line.channel:
        case DeliveryState.SENT, Channel.EMAIL:
            words = _("Also sent by e-mail to %(address)s at %(time)s.")
        case DeliveryState.SENT, Channel.SMS:
            words = _("Also sent by text message to %(address)s at %(time)s.")
        case DeliveryState.SENT, Channel.PUSH:
            words = _("Also announced on the lock screen at %(time)s.")
        case DeliveryState.WAITING, Channel.EMAIL:
            words = _("An e-mail goes out at %(time)s.")
        case DeliveryState.WAITING, Channel.SMS:
            words = _("A text message goes out at %(time)s.")
        case DeliveryState.DEAD, Channel.EMAIL:
            words = _("The e-mail could not be sent.")
        case DeliveryState.DEAD, Channel.SMS:
            words = _("The text message could not be sent.")
        case _:
            return ""
    return words % {"address": line.address_masked, "time": when}
