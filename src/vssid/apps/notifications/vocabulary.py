"""The words a message is described with."""

from __future__ import annotations

from enum import StrEnum

from vssid.domain.values.problem import marked

LANGUAGES = ("vi", "en", "zh-hans", "ko", "ja")


class Topic(StrEnum):
    """What a message is about: the grain at which people choose what they are told."""

    SECURITY = "security"
    DOSSIER = "dossier"
    STATEMENT = "statement"
    EMPLOYER = "employer"
    CARD = "card"
    BENEFIT = "benefit"
    LIFE = "life"
    PAYMENT = "payment"
    ACCOUNT = "account"
    PUBLIC = "public"

    @property
    def english(self) -> str:
        return _TOPICS[self]


class Channel(StrEnum):
    """INBOX is the message itself; every other channel only points at it."""

    INBOX = "inbox"
    PUSH = "push"
    SMS = "sms"
    EMAIL = "email"
    LETTER = "letter"
    CALL = "call"


SENT_BY_US = (Channel.PUSH, Channel.EMAIL, Channel.SMS)
"""The channels the worker sends; letters and calls are work of people."""


class Priority(StrEnum):
    """NOW: at once. SOON: at once, but the fourth of a day waits for the digest. DIGEST: once a day."""

    NOW = "now"
    SOON = "soon"
    DIGEST = "digest"


class Sensitivity(StrEnum):
    """What a variable would tell a stranger. Only PUBLIC may leave the inbox."""

    PUBLIC = "public"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class DeliveryState(StrEnum):
    """WAITING may be leased; SENT, DROPPED (nowhere to send it) and DEAD (given up) are final."""

    WAITING = "waiting"
    SENT = "sent"
    DROPPED = "dropped"
    DEAD = "dead"


_TOPICS = {
    Topic.SECURITY: marked("Security"),
    Topic.DOSSIER: marked("Applications"),
    Topic.STATEMENT: marked("Monthly statements"),
    Topic.EMPLOYER: marked("Employer"),
    Topic.CARD: marked("Health insurance card"),
    Topic.BENEFIT: marked("Benefits"),
    Topic.LIFE: marked("Retirement and deadlines"),
    Topic.PAYMENT: marked("Payments"),
    Topic.ACCOUNT: marked("Account"),
    Topic.PUBLIC: marked("Changes in law and service"),
}
