"""The contents of the help page, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.ui.elements import Row


def contents() -> tuple[Row, ...]:
    return (
        Row(_("A month was not paid"), url="#late-month", icon="alert-triangle", tone="gach"),
        Row(_("Forgotten the password"), url="#password", icon="key"),
        Row(_("The card at the clinic"), url="#clinic", icon="id-badge-2", tone="la"),
        Row(_("Who sees my data"), url="#privacy", icon="eye-check", tone="nghe"),
        Row(_("Hotline and its price"), url="#hotline", icon="phone", tone="man"),
    )
