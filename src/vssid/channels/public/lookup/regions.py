"""The choice of a province or ward."""

from __future__ import annotations

from typing import Any

from django import forms

from vssid.ui.elements import REGISTERED


class RegionSelect(forms.Select):
    """Names of regions are Vietnamese data in every language; the choice of all of them is not."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "attrs": {**option["attrs"], **REGISTERED}} if value else option
