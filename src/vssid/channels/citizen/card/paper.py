"""The card to print: what stands on it, and the paper itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from vssid.apps.directory.selectors.names import Names
from vssid.apps.documents.kinds import DocumentKind
from vssid.apps.documents.services.issue_document import Issued
from vssid.apps.documents.services.issue_letter import Contents, Letter, issue_letter
from vssid.apps.participation.statement_words import on_every_paper
from vssid.apps.people.selectors.holders import Holder
from vssid.channels.citizen.card.legal_words import LegalLine, back_lines, front_lines
from vssid.channels.citizen.health_card import level_of, shown_number
from vssid.domain.card.entitlement import CardFacts
from vssid.domain.card.state_wording import state_wording
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM
from vssid.kit.formats.sentences import told

TITLE_VI = "Thẻ bảo hiểm y tế (bản in)"
AGENCY_VI = "BẢO HIỂM XÃ HỘI VIỆT NAM"
CARD_VI = "THẺ BẢO HIỂM Y TẾ"
BACK_VI = "Lưu ý khi sử dụng thẻ"
PROOF_VI = (
    "Quét mã hoặc nhập mã tại trang kiểm tra để biết thẻ in còn giá trị. Thẻ in không thay giấy tờ tùy thân."
)
SIZES = {"a4": "card", "card": "card_size"}
"""Templates by the name of the size in the address."""


def issue_card(
    *,
    actor: Actor,
    person_id: int,
    card: CardFacts,
    holder: Holder,
    names: Names,
    size: str,
    language: str,
    check_address: str,
    now: datetime,
) -> Issued:
    """A sealed PDF. ``card`` was loaded for ``actor``, which is what gives them the right to it."""
    today = now.astimezone(VIETNAM).date()
    level = level_of(card, today)
    front = front_lines(card, holder, names, level)
    with override(language):
        texts = {
            "title": TITLE_VI if language == "vi" else _("Health insurance card, printed"),
            "words": {**on_every_paper(), **_words(), "form": "", "title_vi": TITLE_VI},
            "agency": AGENCY_VI,
            "card_title": CARD_VI,
            "back_title": BACK_VI,
            "proof": PROOF_VI,
            "finding": told(state_wording(card, today).finding),
            "number": shown_number(card.card_number),
            "front": [_line(line) for line in front_lines(card, holder, names, level)],
            "back": [_line(line) for line in back_lines()],
        }
    contents = Contents(
        kind=DocumentKind.CARD,
        person_id=person_id,
        holder=holder.full_name,
        as_of=today,
        facts={"card_number": card.card_number, "front": [[line.words, line.value] for line in front]},
    )
    letter = Letter(SIZES[size], texts, language)
    return issue_letter(actor=actor, contents=contents, letter=letter, check_address=check_address, now=now)


def _line(line: LegalLine) -> dict[str, str]:
    return {"words": line.words, "meaning": line.meaning, "value": line.value}


def _words() -> dict[str, Any]:
    return {
        "number_alt": _("QR code with the number of the card"),
        "cut": _("Real size. Print at 100 %, cut along the lines, fold or glue back to back."),
        "fallback": _("When there is no phone or no signal"),
        "fallback_how": [
            _("Show this print with an identity card; the clinic looks the number up."),
            _("The print shows the card as it was on the day of printing; it can be checked with the code."),
            _("If the clinic refuses it, read the ten digits out. They are enough."),
        ],
        "meaning": _("The words of the card"),
        "on_card": _("On the card"),
        "value": _("Value"),
    }
