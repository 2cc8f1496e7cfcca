"""Words, province and ward of a look-up."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.places import Region
from vssid.channels.public.lookup.regions import RegionSelect
from vssid.channels.public.lookup.sections import Section
from vssid.ui.elements import as_registered

LONGEST = 100


class LookupForm(forms.Form):
    """``own``: the province of whoever is signed in; it stands first. Never invalid: what is unknown is left
    out, so that an old link still shows something."""

    q = forms.CharField(required=False, max_length=LONGEST)
    province = forms.ChoiceField(required=False)
    ward = forms.ChoiceField(required=False)

    def __init__(
        self,
        data: dict[str, str],
        *,
        section: Section,
        provinces: Sequence[Region],
        wards: Sequence[Region],
        own: str,
    ) -> None:
        super().__init__(data)
        self.fields["q"].label = _("Name or code")
        self.fields["q"].help_text = format_html(
            _("Accents may be left out. Example: %(example)s") % {"example": "{}"},
            as_registered(section.example),
        )
        self.fields["q"].widget = forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "enterkeyhint": "search", "maxlength": LONGEST}
        )
        first = [region for region in provinces if region.code == own]
        rest = [region for region in provinces if region.code != own]
        province = self.fields["province"]
        province.label = _("Province or city")
        province.widget = RegionSelect(
            choices=[("", _("The whole country")), *((region.code, region.name) for region in first + rest)]
        )
        if section.wards and wards:
            self.fields["ward"].label = _("Ward or commune")
            self.fields["ward"].widget = RegionSelect(
                choices=[("", _("All")), *((region.code, region.name) for region in wards)]
            )
        else:
            del self.fields["ward"]
