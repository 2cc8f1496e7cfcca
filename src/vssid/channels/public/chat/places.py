"""Where the pages that turns cite stand, and what each is called."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

_OWN = {
    "participation": ("citizen:participation", "citizen:family_months"),
    "card": ("citizen:card", "citizen:family_card"),
    "reports": ("citizen:reports", ""),
    "home": ("citizen:home", ""),
}


def own_address(page: str, about: str = "") -> str:
    """Of a page of the record; ``about``: the relative's public id."""
    own, of_others = _OWN[page]
    return reverse(of_others, args=[about]) if about else reverse(own)


def own_name(page: str) -> str:
    return {
        "participation": _("Months and wages on record"),
        "card": _("Health card"),
        "reports": _("What I have reported"),
        "home": _("Home"),
    }[page]
