"""The routes by which people come to a clinic: the codes of the Ministry of Health's list, in plain words.

Decision 3276/QĐ-BYT of 2025, appendix 1. Until 2024 the law spoke of the tier of a facility instead; what
was outside its route then stands under the code that took its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from vssid.domain.values.problem import marked

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "1.1": marked("This is the facility registered on the card."),
        "1.2": marked("A primary facility near home: open to every card."),
        "1.3": marked("Another facility referred the visit with a transfer slip."),
        "1.4": marked("The place of stay or residence had changed."),
        "1.5": marked("A follow-up appointment was given."),
        "1.6": marked("Care right after donating an organ."),
        "1.7": marked("Care of a newborn right after birth."),
        "1.11": marked("Another primary facility, visited without referral."),
        "1.12": marked("A basic-level facility, visited without referral and without a stay."),
        "1.13": marked("A basic-level facility, visited without referral and without a stay."),
        "1.14": marked("A basic-level facility, visited without referral and without a stay."),
        "1.15": marked("A stay at a basic-level facility without referral."),
        "1.16": marked("An illness on the list that needs no referral to a basic-level facility."),
        "1.17": marked("An illness on the list that needs no referral to a specialised facility."),
        "1.18": marked("A specialised facility, visited without referral and without a stay."),
        "2": marked("An emergency: every facility counts as the right one."),
        "3.1": marked(
            "A specialised facility, visited without referral: the fund pays a part of the usual share."
        ),
        "3.2": marked("A stay at a specialised facility without referral."),
        "3.3": marked("A former district facility, visited without referral."),
        "3.6": marked("A stay at a specialised facility, open to people of this area without referral."),
        "7": marked("Medicine was picked up by appointment."),
        "9": marked("This visit was not under health insurance."),
    }
)


FIGURES_BY_ROUTE = frozenset(
    {"health_care.route_ratio.stay", "health_care.route_ratio.no_stay", "health_care.counted_route"}
)
"""The tables whose lines are numbered by route."""


def code(number: int) -> str:
    """113 → ``1.13``, 200 → ``2``: the reverse of :func:`number`."""
    family, member = divmod(number, 100)
    return f"{family}.{member}" if member else str(family)


def number(code: str) -> int:
    """``1.13`` → 113, ``2`` → 200, as the tables of the law number the codes. ValueError for other text."""
    family, _, member = code.partition(".")
    return int(family) * 100 + int(member or 0)
