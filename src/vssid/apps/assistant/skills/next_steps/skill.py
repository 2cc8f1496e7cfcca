"""What waits, the most pressing first; the same findings as home and the pages they come from."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vssid.apps.assistant.skills.dossiers.skill import sentence
from vssid.apps.assistant.skills.freshness import delivered_on
from vssid.apps.assistant.skills.skill import Facts, Look
from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.healthcard.selectors.cards import current_card
from vssid.apps.participation.selectors.ledger import participation_of
from vssid.apps.procedures.selectors.own_cases import own_cases
from vssid.domain.card.entitlement import USABLE, CardState, state
from vssid.domain.card.state_wording import state_wording
from vssid.domain.ledger.late import late_months
from vssid.domain.ledger.late_wording import late_wording
from vssid.kit.clock import VIETNAM
from vssid.kit.formats.sentences import in_a_row, told


def look(look: Look) -> Facts:
    for group in (DataGroup.SUMMARY, DataGroup.REPORTS):
        record_own_read(actor=look.actor, data_group=group, now=look.now)
    lines = tuple(_waiting(look))
    return Facts(lines or (_("Nothing waits for you."),), delivered_on("spells"))


def _waiting(look: Look) -> Iterator[str]:
    today = look.now.astimezone(VIETNAM).date()
    yield from (sentence(case) for case in own_cases(look.actor, now=look.now) if case.question)
    card = current_card(look.actor, look.person_id, today=today)
    if card is None or state(card, today) is not CardState.VALID:
        words = state_wording(card, today)
        yield in_a_row(told(words.finding), told(words.to_do))
    ledger = participation_of(look.actor, look.person_id, today=today).ledger
    for late in late_months(ledger, today)[-1:]:
        said = late_wording(late, card_usable=card is not None and state(card, today) in USABLE)
        yield in_a_row(told(said.finding), told(said.who_pays), told(said.health))
