"""Where benefits are paid, and what is on its way; nothing for whoever has named no account here."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.benefits.selectors.payouts import Payouts, PayoutVersion
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day_and_time
from vssid.ui.elements import Row


def payout_rows(account: Payouts) -> tuple[Row, ...]:
    active, pending = account.active, account.pending
    rows = []
    if active:
        status = _("Locked against every change") if account.locked else ""
        rows.append(
            Row(_where(active), _("Benefits are paid here"), icon="cash", status=status, status_kind="info")
        )
    if pending:
        due = day_and_time(pending.due_at.astimezone(VIETNAM))
        rows.append(
            Row(_where(pending), _("From %(moment)s at the earliest") % {"moment": due}, icon="clock")
        )
    return tuple(rows)


def _where(version: PayoutVersion) -> str:
    """``Vietcombank …4321``: bank names are the same in every language."""
    return f"{version.bank} {version.masked}"
