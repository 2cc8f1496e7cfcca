"""The subjects of questions and policies: their names, their signs, and the person's own pages about them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vssid.apps.content.vocabulary import Topic
from vssid.ui.elements import Row

_PARTICIPATION = ("citizen:participation", gettext_lazy("My months and wages"), "calendar", "")
_BENEFITS = ("citizen:benefits", gettext_lazy("My benefits"), "cash", "man")
_CARD = ("citizen:card", gettext_lazy("My health card"), "id-badge-2", "la")
_OWN: dict[Topic, tuple[str, object, str, str]] = {
    Topic.ACCOUNT: ("citizen:settings", gettext_lazy("My settings"), "settings", "none"),
    Topic.CONTRIBUTIONS: _PARTICIPATION,
    Topic.LUMP_SUM: _PARTICIPATION,
    Topic.PENSION: _PARTICIPATION,
    Topic.SICKNESS_MATERNITY: _BENEFITS,
    Topic.UNEMPLOYMENT: _PARTICIPATION,
    Topic.HEALTH_INSURANCE: _CARD,
    Topic.VOLUNTARY: _PARTICIPATION,
    Topic.DEATH: _BENEFITS,
    Topic.COMPLAINTS: ("citizen:reports", gettext_lazy("My reports"), "flag", "nghe"),
}
_SIGNS = {
    Topic.HEALTH_INSURANCE: ("id-badge-2", "la"),
    Topic.CONTRIBUTIONS: ("calendar", ""),
    Topic.PENSION: ("hourglass", "nghe"),
    Topic.LUMP_SUM: ("cash", "man"),
    Topic.SICKNESS_MATERNITY: ("baby-carriage", "la"),
    Topic.UNEMPLOYMENT: ("briefcase", "nghe"),
    Topic.VOLUNTARY: ("heart-handshake", "man"),
    Topic.DEATH: ("users", "none"),
    Topic.ACCOUNT: ("key", ""),
    Topic.COMPLAINTS: ("flag", "gach"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A topic as a list shows it."""

    name: str
    icon: str
    tone: str = ""


def signs() -> dict[str, Sign]:
    """By topic, in the order in which lists show them and in the reader's language."""
    return {topic: Sign(str(topic.label), icon, tone) for topic, (icon, tone) in _SIGNS.items()}


def own_page(topic: str) -> Row | None:
    """The reader's own data on the subject; who is not signed in comes there by way of signing in."""
    own = _OWN.get(Topic(topic))
    if own is None:
        return None
    route, name, icon, tone = own
    return Row(str(name), _("From your own record, after signing in"), reverse(route), icon, tone)
