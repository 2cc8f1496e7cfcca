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
        _offer(self.fields["province"], _("Province or city"), _("The whole country"), first + rest)
        if section.wards and wards:
            _offer(self.fields["ward"], _("Ward or commune"), _("All"), wards)
        else:
            del self.fields["ward"]


def _offer(field: forms.Field, label: str, all_of_them: str, regions: Sequence[Region]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.label = label
    field.widget = RegionSelect()
    # of the field, not of its select: the field is asked whether the choice exists
    field.choices = [("", all_of_them), *((region.code, region.name) for region in regions)]
