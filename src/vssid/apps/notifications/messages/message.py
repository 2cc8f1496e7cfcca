"""One message of the catalogue, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vssid.apps.consents.purposes import Purpose
from vssid.apps.notifications.messages.values import ValueType
from vssid.apps.notifications.vocabulary import Channel, Priority, Sensitivity, Topic


@dataclass(frozen=True, slots=True)
class Variable:
    type: ValueType
    sensitivity: Sensitivity


@dataclass(frozen=True, slots=True)
class Texts:
    """One language. ``title`` and ``body`` are the inbox; the others leave it. ``{name}`` are variables."""

    title: str
    body: str
    action_text: str = ""
    sms: str = ""
    email_subject: str = ""
    email_body: str = ""

    @property
    def inside(self) -> dict[str, str]:
        return {"title": self.title, "body": self.body, "action_text": self.action_text}

    @property
    def outside(self) -> dict[str, str]:
        """What somebody else may read over the shoulder or on the way."""
        return {"sms": self.sms, "email_subject": self.email_subject, "email_body": self.email_body}


@dataclass(frozen=True, slots=True)
class Message:
    """``consents``: channels that are used only where somebody agreed, with the purpose they agreed to.
    ``action``: a place of the app (:data:`.places.PLACES`) or empty. ``since``: the version's day."""

    code: str
    topic: Topic
    since: date
    channels: frozenset[Channel]
    consents: Mapping[Channel, Purpose]
    switchable: bool
    at_any_hour: bool
    priority: Priority
    retention_days: int
    owner: str
    basis: str
    recipient: str
    action: str
    variables: Mapping[str, Variable]
    sample: Mapping[str, object]
    texts: Mapping[str, Texts]
