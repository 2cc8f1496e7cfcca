"""Why a visit counted as it did: the route codes of the Ministry of Health's list, in plain words.

Law on health insurance as amended by Law 51/2024/QH15, article 22; Decree 02/2025/ND-CP.
"""

from __future__ import annotations

from vssid.domain.law.benefits.health_care.routes import WORDS
from vssid.domain.values.problem import marked

_REASONS = {
    **WORDS,
    "1": marked("The visit followed the right route."),
    "3": marked("The facility was visited without referral."),
}


def reason_of(route_code: str) -> str | None:
    """English source text; the wider code speaks for one this release does not know (7.2 as 7); else None."""
    return _REASONS.get(route_code) or _REASONS.get(route_code.partition(".")[0])
