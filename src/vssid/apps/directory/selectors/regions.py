"""The minimum-wage regions of contributing units."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from vssid.apps.directory.models import Employer


def regions(employers: Collection[str]) -> Mapping[str, str]:
    """Employer code -> I, II, III or IV; a unit without one is left out. One query, none without a code."""
    wanted = sorted({code for code in employers if code})
    if not wanted:
        return {}
    return dict(Employer.objects.filter(code__in=wanted).exclude(region="").values_list("code", "region"))
