"""An officer offers a visitor who chats a way to a new password; the visitor takes it.

Numbers are taken out of whatever is written in a chat, so there is a form of its own for this one: it goes to
the reset service, and neither the officer nor the transcript has it.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from vssid.apps.accounts.services.request_reset import request_reset
from vssid.apps.assistant.answering import Asker
from vssid.apps.assistant.chats import found
from vssid.apps.assistant.desk_resets import count_reset, note_reset, taken_matter
from vssid.apps.assistant.errors import NewWayOver
from vssid.apps.assistant.models import HandOver
from vssid.apps.assistant.new_way import open_offer
from vssid.apps.assistant.policies import holds
from vssid.apps.assistant.sayings import Say, say
from vssid.apps.assistant.selectors.transcript import latest_conversation, transcript
from vssid.apps.assistant.services.add_turn import add_turn, write_turn
from vssid.apps.assistant.vocabulary import By
from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotFound


def offer_new_way(*, actor: Actor, case: str, now: datetime) -> None:
    """By the officer who has taken the chat; again while the offer is open: nothing more happens.

    Whoever is signed in needs none. Not inside a transaction: tries count. Raises NotFound, TooManyResets.
    """
    matter = taken_matter(actor, case)
    if matter.conversation_id is None or matter.person_id is not None:
        raise NotFound
    told = transcript(actor, matter.conversation_id.hex)
    if open_offer(told.turns, now=now):
        return
    count_reset(actor, case, now=now)
    with override(told.language):
        words = say(Say.NEW_WAY)
    with transaction.atomic():
        chat = found(told.public_id, locked=True)
        if not holds(actor, chat):
            raise NotFound
        write_turn(chat, By.SYSTEM, words.text, entry=words.entry, now=now)


def use_new_way(*, asker: Asker, number: str, caller: str) -> None:
    """``number``: as typed by the visitor, the same for every number. ``caller``: the network. A code goes to
    the number on file, as from the page for a forgotten password; an offer serves once.

    Not inside a transaction: tries count. Raises NewWayOver, NetworkSlowed, or what is wrong with the
    number's form.
    """
    chat, matter = _offered(asker)
    # asked for before it is noted as used: whoever is slowed keeps the form. Two at once ask twice, which the
    # reset service takes for one
    request_reset(number=number, channel=Channel.SMS, network=caller, officer=matter.taken_by, now=asker.now)
    with override(asker.language):
        words = say(Say.NEW_WAY_USED)
    add_turn(
        actor=asker.actor,
        conversation=chat,
        by=By.SYSTEM,
        text=words.text,
        entry=words.entry,
        now=asker.now,
    )
    note_reset(matter)


def _offered(asker: Asker) -> tuple[str, HandOver]:
    """The chat, and the matter of the officer who offered."""
    chat = latest_conversation(asker.actor).public_id
    offer = open_offer(transcript(asker.actor, chat).turns, now=asker.now) if chat else None
    if offer is None:
        raise NewWayOver
    of_then = HandOver.objects.filter(conversation=found(chat), taken_at__lte=offer.at).exclude(
        done_at__lt=offer.at
    )
    matter = of_then.exclude(taken_by="").order_by("-taken_at").first()
    if matter is None:  # given back since
        raise NewWayOver
    return chat, matter
