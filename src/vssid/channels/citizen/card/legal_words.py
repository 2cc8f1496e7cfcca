"""The card as it is printed: the Vietnamese words of the form, each with its meaning beside it.

Contents: Decree 188/2025/NĐ-CP article 10; the form of Decision 1666/QĐ-BHXH of 2020. The Vietnamese words
are legal text and stay as they are in every language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.names import Names
from vssid.apps.people.selectors.holders import Holder
from vssid.channels.citizen.health_card import facility, shown_number
from vssid.domain.card.benefit import Level
from vssid.domain.card.entitlement import CardFacts
from vssid.kit.formats import day, grouped, known_day

_VIETNAMESE = "vi"


@dataclass(frozen=True, slots=True)
class LegalLine:
    """``words``: the Vietnamese of the form; ``meaning``: the same in the reader's language.

    ``value`` as printed, with Vietnamese dates.
    """

    words: str
    meaning: str
    value: str = ""


def front_lines(card: CardFacts, holder: Holder, names: Names, level: Level | None) -> tuple[LegalLine, ...]:
    """The lines of the front that have a value on record."""
    return tuple(line for line in _front(card, holder, names, level) if line.value)


def back_lines() -> tuple[LegalLine, ...]:
    """How the card is used."""
    return (
        LegalLine(
            "Khi đến khám bệnh, chữa bệnh, xuất trình thẻ còn giá trị và giấy tờ chứng minh nhân thân.",
            _("Show a card that is still valid, with proof of identity, when you come for treatment."),
        ),
        LegalLine(
            "Không cho người khác mượn thẻ.",
            _("Do not lend the card to anybody."),
        ),
        LegalLine(
            "Thông tin trên thẻ không đúng thì báo cho cơ quan bảo hiểm xã hội.",
            _("If something on the card is wrong, tell the social-insurance office."),
        ),
    )


def _front(card: CardFacts, holder: Holder, names: Names, level: Level | None) -> Iterator[LegalLine]:
    yield LegalLine("Mã số", _("Number"), grouped(shown_number(card.card_number)))
    yield LegalLine("Họ và tên", _("Full name"), holder.full_name)
    yield LegalLine("Ngày sinh", _("Date of birth"), known_day(holder.birth, _VIETNAMESE))
    yield LegalLine("Giới tính", _("Sex"), _SEX.get(holder.sex, ""))
    yield LegalLine(
        "Nơi đăng ký KCB ban đầu",
        _("Initially registered healthcare facility"),
        facility(card, names),
    )
    yield LegalLine("Giá trị sử dụng từ", _("Valid from"), day(card.valid_from, _VIETNAMESE))
    yield LegalLine(
        "Thời điểm đủ 05 năm liên tục",
        _("Date of 5 consecutive years of participation"),
        day(card.five_year_date, _VIETNAMESE) if card.five_year_date else "",
    )
    yield LegalLine("Mức hưởng", _("Benefit level"), f"{level.percent}%" if level else "")
    yield LegalLine("Ngày cấp", _("Issued on"), day(card.issued_on, _VIETNAMESE) if card.issued_on else "")


_SEX = {"female": "Nữ", "male": "Nam"}
