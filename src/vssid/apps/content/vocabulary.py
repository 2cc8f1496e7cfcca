"""The words of the tables: kinds, states, topics, how sure a text is."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """``folder`` is the plural under which the catalogue and the addresses know it."""

    POLICY = "policy"
    NEWS = "news"
    HELP = "help"
    QUESTION = "question"
    RELEASE = "release"

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
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Origin(TextChoices):
    SHIPPED = "shipped"
    STAFF = "staff"


class Confidence(TextChoices):
    """How the facts are known; from C on the page warns."""

    A = "A", "the text of the act was read"
    B = "B", "two independent sources agree"
    C = "C", "a single source"
    D = "D", "sources contradict each other"
    M = "M", "from memory, to be verified"


class Topic(TextChoices):
    ACCOUNT = "account"
    CONTRIBUTIONS = "contributions"
    LUMP_SUM = "lump-sum"
    PENSION = "pension"
    SICKNESS_MATERNITY = "sickness-maternity"
    UNEMPLOYMENT = "unemployment"
    HEALTH_INSURANCE = "health-insurance"
    VOLUNTARY = "voluntary"
    DEATH = "death"
    COMPLAINTS = "complaints"
    GENERAL = "general"


LANGUAGES = ("vi", "en", "zh-hans", "ko", "ja")
"""Every version has a text in each of them; the first is the legally binding one."""
