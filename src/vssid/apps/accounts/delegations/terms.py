"""What may be given, for how long, and how often somebody may be asked."""

from __future__ import annotations

from datetime import timedelta

from vssid.domain.values.actor import Scope

GIVEABLE = (Scope.CARD, Scope.FACILITY, Scope.PARTICIPATION, Scope.BENEFITS)
"""In the order they are offered. Visits, papers, the accounts and the access log are nobody else's."""

NEEDS = {Scope.FACILITY: Scope.CARD}
"""What makes sense only together with another."""

MONTHS = (1, 3, 6, 12)
OFFER_STANDS = timedelta(days=14)
OFFERS, OFFERS_WINDOW = 5, timedelta(days=1)
OPEN_AT_MOST = 10
