"""The words of the book. Its Vietnamese title stands on it in every language."""

from __future__ import annotations

from django.utils.translation import gettext

from vssid.apps.participation.statement_words import on_every_paper
from vssid.domain.ledger.entry import Spell, Status

TITLE_VI = "Sổ bảo hiểm xã hội điện tử"
LEGAL_VI = "Điều 25 Luật Bảo hiểm xã hội số 41/2024/QH15"


def title() -> str:
    return gettext("Electronic social insurance book")


def fixed() -> dict[str, object]:
    period, months = gettext("Period"), gettext("Months")
    return {
        **on_every_paper(),
        "form": LEGAL_VI,
        "title_vi": TITLE_VI,
        "legal": gettext(
            "Since 2026 the electronic book is the record; nobody may ask for the paper book as well."
        ),
        "confirmed": gettext("Confirmed periods"),
        "unconfirmed": gettext("Periods not confirmed"),
        "unconfirmed_how": gettext(
            "These months do not count towards benefits yet, each for the reason beside it."
        ),
        "unconfirmed_head": [gettext("Fund"), period, months, gettext("Employer"), gettext("Why")],
        "nothing_unconfirmed": gettext("Every month on record is confirmed."),
        **benefit_words(),
        "kept": gettext("Unemployment insurance: months kept"),
        "kept_head": [gettext("Which figure"), months],
        "kept_note": gettext(
            "Computed from the months and benefits on record (Decree 374/2025/NĐ-CP, article 8); an "
            "estimate, not a decision. A decision on unemployment benefit says itself what it keeps."
        ),
        "no_kept": gettext("No month in the unemployment fund is on record."),
    }


def benefit_words() -> dict[str, object]:
    """Also on the yearly summary."""
    return {
        "benefits": gettext("Benefits settled"),
        "benefits_head": [
            gettext("Benefit"),
            gettext("Decision"),
            gettext("Paid on"),
            gettext("Amount, VND"),
        ],
        "no_benefits": gettext("No benefit is on record."),
    }


def why(spell: Spell, *, late: bool) -> str:
    """Why a period is not confirmed."""
    if spell.status is Status.OWED:
        if late:
            return gettext("The employer has not paid; it must pay the months and the interest.")
        return gettext("The payment deadline has not passed.")
    if spell.status is Status.DEFERRED:
        return gettext("Payment is suspended by law; the months count once they are paid.")
    return gettext("Insured abroad by treaty; the months count in the other country.")
