"""What is wrong with a message that loads: the rules no message may break (proved for every folder)."""

from __future__ import annotations

from collections.abc import Iterator

from vssid.apps.notifications.messages import rendering
from vssid.apps.notifications.messages.forbidden import spoken_outside
from vssid.apps.notifications.messages.gsm import fits_one_part, gsm_length
from vssid.apps.notifications.messages.message import Message, Texts
from vssid.apps.notifications.messages.placeholders import BrokenText, names
from vssid.apps.notifications.messages.places import PLACES
from vssid.apps.notifications.vocabulary import LANGUAGES, Channel, Sensitivity, Topic

_TITLE, _SUBJECT = 90, 78
_RAISED_VOICES = "!！¡"
_SOURCE = "en"
MAY_CARRY = {
    "auth.code": frozenset({"code"}),  # the one message with a secret
    "lookup.number": frozenset({"number"}),  # the number asked for, to the contact on file alone
    "register.received": frozenset({"number"}),  # the dossier's, without which nobody goes on with it
    "register.form": frozenset({"number"}),
    "register.correction": frozenset({"number"}),
    "register.refused": frozenset({"number"}),
    "register.approved": frozenset({"code"}),  # activates the account, once
    "register.somebody": frozenset(),  # says all it has to say outside
    "hotline.answer": frozenset({"answer"}),  # to whoever called, word for word, after the same check
    "hotline.where": frozenset({"question"}),
}
"""The messages that carry a value outside the inbox, and which one. ``register``: whoever reads it has no
inbox yet."""


def faults(message: Message) -> Iterator[str]:
    """Every fault as a sentence; nothing for a message that may be sent."""
    yield from _description_faults(message)
    for language in LANGUAGES:
        texts = message.texts[language]
        try:
            found = [*_text_faults(message, texts, language), *_outside_faults(message, texts, language)]
        except BrokenText as error:
            found = [str(error)]
        yield from (f"{language}: {fault}" for fault in found)


def _description_faults(message: Message) -> Iterator[str]:
    if Channel.INBOX not in message.channels and message.code not in MAY_CARRY:
        yield "the inbox is the message: it must be among the channels"
    if message.action and message.action not in PLACES:
        yield f"no place of the app is called {message.action}"
    if message.topic is Topic.SECURITY and message.switchable:
        yield "security cannot be switched off"
    if message.retention_days < 1:
        yield "it must be kept for at least a day"
    for name in ("owner", "basis", "recipient"):
        if not getattr(message, name).strip():
            yield f"{name} is empty"


def _text_faults(message: Message, texts: Texts, language: str) -> Iterator[str]:
    source = message.texts[_SOURCE]
    for place, text in (texts.inside | texts.outside).items():
        english = (source.inside | source.outside)[place]
        if bool(text) != bool(english):
            yield f"{place} stands in one language and not in the other"
        if set(names(text)) != set(names(english)):
            yield f"{place} has other placeholders than the English"
        if unknown := set(names(text)) - message.variables.keys():
            yield f"{place} names unknown {', '.join(sorted(unknown))}"
        if any(sign in text for sign in _RAISED_VOICES):
            yield f"{place} raises its voice"
    if not texts.title or not texts.body:
        yield "title or body is empty"
    if len(texts.title) > _TITLE or "\n" in texts.title:
        yield f"the title is longer than a line of {_TITLE}"
    if bool(message.action) != bool(texts.action_text):
        yield "action and action_text go together"
    kept = rendering.stored_values(message, message.sample)
    rendering.inside(message, kept, language)


def _outside_faults(message: Message, texts: Texts, language: str) -> Iterator[str]:
    needed = {
        "sms": Channel.SMS in message.channels,
        "email_subject": Channel.EMAIL in message.channels,
        "email_body": Channel.EMAIL in message.channels,
    }
    for place, text in texts.outside.items():
        if needed[place] != bool(text):
            yield f"{place} is missing" if needed[place] else f"{place} belongs to a channel it does not use"
        for name in sorted(set(names(text)) & message.variables.keys()):
            may = name in MAY_CARRY.get(message.code, ())
            if message.variables[name].sensitivity is not Sensitivity.PUBLIC and not may:
                yield f"{place} carries {name}, which may not leave the inbox"
        yield from (f"{place} {fault}" for fault in spoken_outside(text, language))
    if len(texts.email_subject) > _SUBJECT or "\n" in texts.email_subject:
        yield f"email_subject is longer than a line of {_SUBJECT}"
    if texts.sms:
        yield from _sms_faults(message, language)


def _sms_faults(message: Message, language: str) -> Iterator[str]:
    sent = rendering.sms(message, rendering.stored_values(message, message.sample), language).text
    if language == "vi":
        if sent != rendering.sms_as_written(message, language):
            yield "sms is not unaccented"
        if gsm_length(sent) is None:
            yield "sms has characters outside the GSM alphabet"
    if not fits_one_part(sent):
        yield f"sms does not fit one part ({len(sent)} characters)"
