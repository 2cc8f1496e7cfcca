"""The card that counts today, in the words of the card page."""

from __future__ import annotations

from datetime import timedelta

from vssid.apps.assistant.skills.freshness import delivered_on
from vssid.apps.assistant.skills.skill import Facts, Look
from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.healthcard.services.open_family_card import open_family_card
from vssid.domain.card.entitlement import CardFacts
from vssid.domain.card.state_wording import state_wording
from vssid.kit.clock import VIETNAM
from vssid.kit.formats.sentences import told


def look(look: Look) -> Facts:
    words = state_wording(_opened(look), look.now.astimezone(VIETNAM).date())
    return Facts((told(words.finding), told(words.to_do)), delivered_on("cards"))


def _opened(look: Look) -> CardFacts | None:
    if not look.own:
        return open_family_card(
            actor=look.actor,
            person_id=look.person_id,
            ahead=timedelta(0),
            now=look.now,
            actor_name=look.household.full_name,
        ).now
    record_own_read(actor=look.actor, data_group=DataGroup.CARD, now=look.now)
    return current_card(look.actor, look.person_id, today=look.now.astimezone(VIETNAM).date())
