"""What the console calls a change among the staff, and a role."""

from __future__ import annotations

from django.utils.translation import get_language

from vssid.apps.accounts.roles import roles
from vssid.apps.accounts.staff_changes import Wish
from vssid.domain.values.problem import marked

WISHES = {
    Wish.JOIN: marked("New member"),
    Wish.CHANGE: marked("Another role or office"),
    Wish.CODE: marked("New activation code"),
}


def role_name(code: str) -> str:
    return roles()[code].names[get_language() or "en"]
