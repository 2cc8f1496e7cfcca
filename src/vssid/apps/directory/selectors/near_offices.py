"""The offices of a province, the nearest to a ward first."""

from __future__ import annotations

from vssid.apps.directory.models import Office, Ward
from vssid.apps.directory.selectors.places import Place, places
from vssid.kit.vietnamese_order import sort_key


def near_offices(province: str, ward: str) -> tuple[Place, ...]:
    """By name where the ward or an office has no position."""
    middle = (
        Ward.objects.filter(code=ward, latitude__isnull=False, longitude__isnull=False)
        .order_by("-since")
        .values_list("latitude", "longitude")
        .first()
    )
    codes = list(Office.objects.filter(province_code=province).values_list("code", flat=True))
    return tuple(sorted(places("office", codes), key=lambda one: (_away(one, middle), sort_key(one.name_vi))))


def province_of_office(code: str) -> str:
    """Empty for an office nobody knows."""
    found = Office.objects.filter(code=code).values_list("province_code", flat=True).first() if code else ""
    return found or ""


def _away(office: Place, middle: tuple[float | None, float | None] | None) -> float:
    """Within a province degrees tell near from far well enough."""
    if middle is None or None in (*middle, office.latitude, office.longitude):
        return float("inf")
    north, east = (office.latitude or 0) - (middle[0] or 0), (office.longitude or 0) - (middle[1] or 0)
    return north**2 + east**2
