"""Figures: the one number of a page, identity numbers, the time of the data."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from vssid.kit.formats import day_and_time
from vssid.kit.formats.identities import groups
from vssid.ui.components.registry import register


@register.inclusion_tag("ui/components/figure.html")
def figure(label: str, value: str, note: str = "") -> dict[str, object]:
    """``{% figure label=_("Social insurance paid") value=total|years_and_months %}``: the page's answer."""
    return {"label": label, "value": value, "note": note}


@register.inclusion_tag("ui/components/identity_number.html")
def identity_number(number: str, copy: bool = False) -> dict[str, object]:
    """``{% identity_number person.insurance_number copy=True %}``.

    Shown in groups, copied as digits alone. ``copy=True`` adds a button where script runs.
    """
    return {"number": number, "groups": groups(number), "copy": copy}


@register.inclusion_tag("ui/components/as_of.html")
def as_of(when: datetime, report: str = "", url: str = "") -> dict[str, object]:
    """``{% as_of loaded_at report=_("See a mistake? Report it") url=… %}``: the time of the data shown."""
    local = timezone.localtime(when) if timezone.is_aware(when) else when
    return {"when": day_and_time(local), "report": report, "url": url}
