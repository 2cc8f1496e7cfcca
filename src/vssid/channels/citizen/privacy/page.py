"""The groups of what is held, in the reader's language, each with the page that shows it."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.privacy.selectors.held import Held
from vssid.kit import formats
from vssid.ui.elements import Row


def drawn(groups: Iterable[Held]) -> tuple[Row, ...]:
    return tuple(_row(held) for held in groups)


def titles() -> dict[str, str]:
    """Of the groups, in the order they are told."""
    return {code: title for code, (title, _view, _icon) in _groups().items()}


def way_to_privacy() -> Row:
    """From other pages to this one."""
    return Row(_("Data held on you"), _("What it is, and a copy to keep"), reverse("citizen:privacy"), "eye")


def _row(held: Held) -> Row:
    title, view, icon = _groups()[held.group]
    count = ngettext("%(count)s entry", "%(count)s entries", held.rows) % {
        "count": formats.integer(held.rows)
    }
    return Row(title, count if held.rows else _("Nothing"), reverse(f"citizen:{view}"), icon)


def _groups() -> dict[str, tuple[str, str, str]]:
    """Code of the group -> its name, the view that shows it, its icon."""
    return {
        "identity": (_("Name, numbers, address, family"), "profile", "user"),
        "card": (_("Health insurance cards"), "card", "id-badge-2"),
        "participation": (_("Contribution periods"), "participation", "briefcase"),
        "benefits": (_("Benefits and the account they are paid to"), "benefits", "cash"),
        "visits": (_("Clinic visits, their costs, sick-leave papers"), "visits", "stethoscope"),
        "papers": (_("Papers made"), "papers", "files"),
        "account": (_("Account, contacts, devices, ways to sign in"), "settings", "key"),
        "notices": (_("Notices and where they were sent"), "inbox", "bell"),
        "cases": (_("Reports, applications, visits to the counter"), "access_log", "help"),
        "log": (_("Who looked at the data"), "access_log", "eye-check"),
    }
