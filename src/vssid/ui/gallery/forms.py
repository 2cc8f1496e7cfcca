"""A form with one field of each kind, to be seen empty and refused."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError


class SampleForm(forms.Form):
    name = forms.CharField(
        label="Họ và tên", initial="Lê Gia Bình", widget=forms.TextInput({"autocomplete": "off"})
    )
    number = forms.CharField(
        label="Số định danh của con",
        help_text="12 chữ số, ở đầu giấy khai sinh",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    password = forms.CharField(
        label="Mật khẩu", widget=forms.PasswordInput({"autocomplete": "current-password"})
    )
    year = forms.ChoiceField(label="Năm", choices=[("2026", "2026"), ("2025", "2025")])
    theme = forms.ChoiceField(
        label="Màu nền",
        choices=[("", "Theo máy"), ("light", "Sáng"), ("dark", "Tối")],
        required=False,
        widget=forms.RadioSelect({"data-appearance": "theme"}),
    )
    text = forms.ChoiceField(
        label="Cỡ chữ",
        choices=[("100", "Thường"), ("115", "Lớn"), ("130", "Rất lớn")],
        widget=forms.RadioSelect({"data-appearance": "text"}),
    )
    consent = forms.BooleanField(label="Tôi là mẹ của cháu và cam đoan các điều trên là đúng.")

    def clean_number(self) -> str:
        digits = "".join(character for character in self.cleaned_data["number"] if character.isdigit())
        if len(digits) != 12:
            raise ValidationError("Mới có %(count)d chữ số, cần đủ 12.", params={"count": len(digits)})
        return digits
