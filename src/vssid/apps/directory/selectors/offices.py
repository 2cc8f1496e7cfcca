"""The offices of the agency."""

from __future__ import annotations

from vssid.apps.directory.models import Office


def first_office(province_code: str) -> str:
    """The code of the first office of a province, else of the first at all; empty in an empty directory."""
    codes = Office.objects.order_by("code").values_list("code", flat=True)
    return codes.filter(province_code=province_code).first() or codes.first() or ""
