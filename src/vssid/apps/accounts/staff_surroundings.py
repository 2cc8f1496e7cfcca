"""From where and when staff may be staff, beside what they show: the operator says so, for every click."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from ipaddress import ip_network

from django.conf import settings

from vssid.apps.accounts.errors import StaffElsewhere, StaffOffHours
from vssid.apps.accounts.roles import Right, roles_that_may
from vssid.domain.values.problem import Problem
from vssid.kit.clock import VIETNAM


def require_surroundings(*, roles: Collection[str], network: str, now: datetime) -> None:
    """Raises StaffElsewhere, StaffOffHours. Who keeps the system running may at any hour."""
    if settings.STAFF_NETWORKS and not _is_named(network):
        raise StaffElsewhere
    hours, at = settings.STAFF_HOURS, now.astimezone(VIETNAM).time()
    if hours and not (hours[0] <= at < hours[1] or roles_that_may(Right.RUN_THE_SYSTEM) & set(roles)):
        raise StaffOffHours(since=f"{hours[0]:%H:%M}", until=f"{hours[1]:%H:%M}")


def are_right(*, roles: Collection[str], network: str, now: datetime) -> bool:
    try:
        require_surroundings(roles=roles, network=network, now=now)
    except Problem:
        return False
    return True


def _is_named(network: str) -> bool:
    """``network`` is one address, or of IPv6 a subscriber's; empty when nobody can tell."""
    if not network:
        return False
    first = ip_network(network).network_address
    return any(first in named for named in settings.STAFF_NETWORKS)
