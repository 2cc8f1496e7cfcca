"""A password is not made of what others know about the person."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vssid.apps.accounts.models import Account
from vssid.apps.people.selectors.particulars import Particulars, what_others_know

_LEAST_REMAINDER = 8
_SHORTEST_WORD = 2


class NotAboutThePerson:
    """Refuses a password that holds a number, the e-mail or the full name of its person, or that is shorter
    than eight characters once the words of the name are taken away ("lan12345", not "vuon-hoa-sau-nha")."""

    def validate(self, password: str, user: Account | None = None) -> None:
        if user is None or user.person_id is None:
            return
        if is_about(what_others_know(user.person_id), password):
            raise ValidationError(
                _("Do not use your name or your number. Several words that only you connect are good."),
                code="password_about_the_person",
            )

    def get_help_text(self) -> str:
        return _("Do not use your name or your number. Several words that only you connect are good.")


def is_about(person: Particulars, password: str) -> bool:
    plain = _plain(password)
    words = [_plain(word) for word in person.full_name.split()]
    whole = [_plain(value) for value in _whole_values(person)]
    if any(value and value in plain for value in whole):
        return True
    rest = plain
    for word in sorted(words, key=len, reverse=True):
        if len(word) >= _SHORTEST_WORD:
            rest = rest.replace(word, "")
    return len(rest) < _LEAST_REMAINDER and rest != plain


def _whole_values(person: Particulars) -> list[str]:
    reversed_name = " ".join(reversed(person.full_name.split()))
    numbers = [person.insurance_number, person.national_id, person.passport_number]
    phone = re.sub(r"^\+84", "", person.phone)
    return [person.full_name, reversed_name, *numbers, phone, person.email]


def _plain(text: str) -> str:
    """Lower case without marks, spaces and signs: ``Trần Thị Lan`` → ``tranthilan``."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]", "", folded)
