"""The words of the tables: kinds, states, topics, how sure a text is."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """``folder`` is the plural under which the catalogue and the addresses know it."""

    POLICY = "policy", _("Policy")
    NEWS = "news", _("News")
    HELP = "help", _("Help")
    QUESTION = "question", _("Question")
    RELEASE = "release", _("What is new in this app")

    @property
    def folder(self) -> str:
        return _FOLDERS[self]

    @property
    def has_summary(self) -> bool:
        """Its first paragraph stands alone: in lists, in feeds, for search engines."""
        return self in {Kind.POLICY, Kind.NEWS}


_FOLDERS = {
    Kind.POLICY: "policies",
    Kind.NEWS: "news",
    Kind.HELP: "help",
    Kind.QUESTION: "questions",
    Kind.RELEASE: "releases",
}


class State(TextChoices):
    """A published version is never changed; a withdrawn one is kept but no longer read."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", pgettext_lazy("text", "Published")
    WITHDRAWN = "withdrawn", pgettext_lazy("text", "Withdrawn")


class Origin(TextChoices):
    SHIPPED = "shipped", _("Shipped with the product")
    STAFF = "staff", _("Written by staff")


class Confidence(TextChoices):
    """How the facts are known; from C on the page warns."""

    A = "A", _("The act itself was read")
    B = "B", _("Two independent sources agree")
    C = "C", _("A single source")
    D = "D", _("Sources contradict each other")
    M = "M", _("From memory, to be checked")


class Topic(TextChoices):
    ACCOUNT = "account", _("Account and app")
    CONTRIBUTIONS = "contributions", _("Contributions and the book")
    LUMP_SUM = "lump-sum", _("Lump-sum withdrawal")
    PENSION = "pension", _("Pension and other monthly money")
    SICKNESS_MATERNITY = "sickness-maternity", _("Sickness, maternity, accidents")
    UNEMPLOYMENT = "unemployment", _("Unemployment")
    HEALTH_INSURANCE = "health-insurance", _("Health insurance and the card")
    VOLUNTARY = "voluntary", _("Voluntary insurance")
    DEATH = "death", _("When somebody dies")
    COMPLAINTS = "complaints", _("Complaints and time limits")
    GENERAL = "general", _("No topic of its own")


LANGUAGES = ("vi", "en", "zh-hans", "ko", "ja")
"""Every version has a text in each of them; the first is the legally binding one."""
