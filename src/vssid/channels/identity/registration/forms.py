"""The questions of a registration as forms: each gives parsed answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.registrations.answers import Answers
from vssid.apps.accounts.registrations.photos import Photo
from vssid.apps.directory.selectors.places import Region
from vssid.apps.people.selectors.numbers import read_number
from vssid.channels.identity.fields import TYPED_AS_IS, CodeField, NewPasswordField, NumberField, NumberForm
from vssid.domain.identifiers import email, name, phone
from vssid.kit import formats
from vssid.kit.form_problems import parsed
from vssid.kit.picture_uploads import PhotoField, PictureField
from vssid.kit.typed_births import typed_birth
from vssid.ui.elements import REGISTERED

_LONGEST_STREET = 200


class OwnNumberForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"] = NumberField(autocomplete="off")

    def clean_number(self) -> str:
        return read_number(self.cleaned_data["number"])[0][1]


class PictureForm(forms.Form):
    picture = PictureField(
        label=_("Picture of the QR code on the citizen card or health card"),
        help_text=_("It fills the form. The picture is read and not kept."),
        missing=_("Take or choose a picture."),
        too_large=_("The picture is larger than %(limit)s MB. Take it smaller, or type the number."),
    )


_PHOTOS = {
    Photo.FRONT: (
        _("Front of the identity document"),
        _("The population register could not confirm the data. With photos an officer can decide."),
        "environment",
    ),
    Photo.BACK: (
        _("Back of the identity document"),
        _("Of a passport, the page with the signature."),
        "environment",
    ),
    Photo.PORTRAIT: (_("Your face"), _("From the front, in good light, nothing over it."), "user"),
}


def titled(kind: Photo) -> str:
    return str(_PHOTOS[kind][0])


class PhotoForm(forms.Form):
    photo = PhotoField(
        label=_("Photo"),
        help_text=_(
            "Sharp, whole, no glare. Only the officers who decide see it. Erased 30 days after the answer."
        ),
    )

    def __init__(self, *args: Any, kind: Photo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        title, intro, camera = _PHOTOS[kind]
        self.kind, self.title, self.intro = kind, str(title), str(intro)
        self.fields["photo"].widget.attrs["capture"] = camera


class NameForm(forms.Form):
    full_name = forms.CharField(
        label=_("Full name"),
        help_text=_("With its marks, as on the citizen card or passport."),
        max_length=name.LONGEST,
        error_messages={"required": _("Enter the full name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    born_on = forms.CharField(
        label=_("Date of birth"),
        help_text=_("Day, month and year, such as 5/9/1990. If only the year is known: the year."),
        max_length=20,
        error_messages={"required": _("Enter the date of birth.")},
        widget=forms.TextInput(attrs={"autocomplete": "bday", "inputmode": "numeric"}),
    )
    nationality = forms.ChoiceField(
        label=_("Nationality"),
        error_messages={"required": _("Choose the nationality.")},
    )

    def __init__(self, *args: Any, by_passport: bool, **kwargs: Any) -> None:
        """``by_passport``: the number may be a passport's, which does not tell the nationality."""
        super().__init__(*args, **kwargs)
        field = self.fields["nationality"]
        if by_passport and isinstance(field, forms.ChoiceField):
            self.fields["full_name"].help_text = gettext("In the letters and the order of the passport.")
            field.choices = [("", gettext("Choose")), *formats.countries()]
        else:
            del self.fields["nationality"]

    def clean_full_name(self) -> str:
        return parsed(name.parse, self.cleaned_data["full_name"])

    def clean_born_on(self) -> str:
        return parsed(lambda text: str(typed_birth(text)), self.cleaned_data["born_on"])


class ProvinceForm(forms.Form):
    province = forms.ChoiceField(
        label=_("Province or city"), error_messages={"required": _("Choose the province.")}
    )

    def __init__(self, *args: Any, provinces: Sequence[Region], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["province"], [(one.code, one.name) for one in provinces])


class AddressForm(forms.Form):
    ward = forms.ChoiceField(
        label=_("Ward or commune"), error_messages={"required": _("Choose the ward or commune.")}
    )
    street = forms.CharField(
        label=_("House and street"),
        help_text=_("House number and street, or hamlet."),
        max_length=_LONGEST_STREET,
        error_messages={"required": _("Enter house and street, or the hamlet.")},
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )

    def __init__(self, *args: Any, wards: Sequence[Region], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["ward"], [(one.code, one.name) for one in wards])

    def clean_street(self) -> str:
        street = " ".join(self.cleaned_data["street"].split())
        if not street.isprintable():
            raise forms.ValidationError(gettext("The address holds a character that cannot be seen."))
        return street


class ContactForm(forms.Form):
    phone = forms.CharField(
        label=_("Phone number"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    email = forms.CharField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "email", "inputmode": "email", **TYPED_AS_IS}),
    )

    def clean_phone(self) -> str:
        typed: str = self.cleaned_data["phone"]
        return parsed(phone.parse, typed) if typed.strip() else ""

    def clean_email(self) -> str:
        typed: str = self.cleaned_data["email"]
        return parsed(email.parse, typed) if typed.strip() else ""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not given.get("phone") and not given.get("email"):
            self.add_error("phone", gettext("Enter a phone number or an e-mail address, best both."))
        return given


class CodesForm(forms.Form):
    """A field for each contact that is not proved yet."""

    def __init__(self, *args: Any, waiting: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """``waiting``: names of answers with the masked address."""
        super().__init__(*args, **kwargs)
        for answer, masked in waiting:
            self.fields[answer] = CodeField(
                label=gettext("Code sent to %(address)s") % {"address": masked},
                help_text=gettext("6 digits, good for 10 minutes."),
                required=False,
            )


class OfficeForm(forms.Form):
    office = forms.ChoiceField(
        label=_("Office that answers"),
        help_text=_("The nearest stands first. Any office of the country can be chosen."),
        error_messages={"required": _("Choose an office.")},
    )

    def __init__(self, *args: Any, offices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["office"], offices)


class CommitmentForm(forms.Form):
    commitment = forms.BooleanField(
        label=_("I declare that the above is true and answer for it before the law."),
        error_messages={"required": _("Tick the declaration to send the form.")},
    )
    by_email = forms.BooleanField(label=_("Send me the form by e-mail too"), required=False)

    def __init__(self, *args: Any, mailbox: bool = False, **kwargs: Any) -> None:
        """``mailbox``: whether one is proved."""
        super().__init__(*args, **kwargs)
        if not mailbox:
            del self.fields["by_email"]


class DossierForm(forms.Form):
    number = forms.CharField(
        label=_("Dossier number"),
        help_text=_("It begins with VSSID and stands on the receipt."),
        max_length=40,
        error_messages={"required": _("Enter the dossier number.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class ContinueForm(DossierForm):
    code = CodeField(label=_("Code from the message"))


class ActivateForm(NumberForm):
    """Number, code of the message, a password of one's own."""

    code = CodeField(label=_("Activation code"), help_text=_("8 digits, sent to your phone or e-mail."))
    password = NewPasswordField()


def written_birth(answers: Answers) -> str:
    """As the field takes it: ``14/3/1994``, ``3/1994`` or ``1994``."""
    born = answers.birth
    if born is None:
        return ""
    return "/".join(str(part) for part in (born.day, born.month, born.year) if part is not None)


def shown_birth(answers: Answers) -> str:
    born = answers.birth
    return formats.day(born.exact) if born is not None and born.exact else written_birth(answers)


def _offer(field: forms.Field, choices: Sequence[tuple[str, str]]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
    field.widget = _PlaceSelect()
    field.choices = [("", gettext("Choose")), *choices]


class _PlaceSelect(forms.Select):
    """Names of places are Vietnamese data in every language; the word to choose one is not."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "attrs": {**option["attrs"], **REGISTERED}} if value else option
