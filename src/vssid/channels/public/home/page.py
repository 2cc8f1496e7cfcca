"""What stands behind sign-in, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.ui.elements import Row


def contents() -> tuple[Row, ...]:
    return (
        Row(
            _("Health insurance card"),
            _("Number, validity, benefit level, the cards of the family"),
            icon="id-badge-2",
            tone="la",
        ),
        Row(
            _("Every month paid"),
            _("By whom, on which wage, and which month is late"),
            icon="calendar",
        ),
        Row(
            _("Benefits and clinic visits"),
            _("What was decided, what the fund paid and what you paid"),
            icon="cash",
            tone="man",
        ),
        Row(
            _("Who looked at your data"),
            _("Every look is recorded; what is not right can be reported"),
            icon="eye-check",
            tone="nghe",
        ),
    )
