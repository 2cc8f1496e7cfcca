"""What somebody who looks after staff enters."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.policies import may_look_after_staff
from vssid.apps.accounts.roles import roles, roles_given_by
from vssid.apps.directory.selectors.names import names
from vssid.channels.staff.fields import NumberField
from vssid.domain.identifiers import name
from vssid.domain.values.actor import Actor
from vssid.kit.form_problems import parsed


class RoleForm(forms.Form):
    """Role and office; the office is asked for only where there is a choice."""

    role = forms.ChoiceField(
        label=_("Role"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a role.")},
    )
    office = forms.CharField(
        label=_("Code of the office"),
        help_text=_("Five digits, such as 00101. A supervisor of this office decides."),
        max_length=8,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": _("Enter the code of the office.")},
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._actor = actor
        language = get_language() or "en"
        given = [role for code, role in roles().items() if code in roles_given_by(actor.roles)]
        choices = [(role.code, role.names[language]) for role in given]
        field = self.fields["role"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
        if not _chooses_office(actor):
            del self.fields["office"]

    def clean_office(self) -> str:
        code: str = self.cleaned_data["office"].strip()
        if code not in names(offices=[code]).offices:
            raise forms.ValidationError(gettext("No office has this code. Check it."), code="unknown")
        return code

    def asked(self) -> dict[str, str]:
        """As the services take it."""
        given = self.cleaned_data
        return {**given, "office": given.get("office", self._actor.office)}


class JoinForm(RoleForm):
    number = NumberField()
    full_name = forms.CharField(
        label=_("Full name"),
        help_text=_("It must fit the number: nobody is made staff by a slip of a digit."),
        max_length=name.LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter the full name.")},
    )
    field_order = ("number", "full_name", "role", "office")

    def clean_full_name(self) -> str:
        return parsed(name.parse, self.cleaned_data["full_name"])


def _chooses_office(actor: Actor) -> bool:
    return may_look_after_staff(actor, office="")
