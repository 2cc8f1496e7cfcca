"""What an unpaid month means, said on home: what is late, who must pay it, what still works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.domain.ledger.late import HealthPart, LateMonth
from vssid.domain.ledger.late_wording import late_wording
from vssid.kit.formats import month
from vssid.kit.formats.sentences import in_a_row, listed, told


@dataclass(frozen=True, slots=True)
class LateNotice:
    title: str
    text: str


def late_notice(late: Sequence[LateMonth], *, card_usable: bool) -> LateNotice | None:
    """One notice for all late months (oldest first); None when none is late."""
    if not late:
        return None
    if len(late) == 1:
        words = late_wording(late[0], card_usable=card_usable)
        return LateNotice(_one_month(late[0]), in_a_row(told(words.who_pays), told(words.health)))
    worst = late_wording(_worst(late), card_usable=card_usable)
    health = _health_of(late, card_usable=card_usable)
    return LateNotice(_several_months(late), in_a_row(told(worst.who_pays), health))


def _one_month(late: LateMonth) -> str:
    words = ngettext("%(month)s is %(days)s day late.", "%(month)s is %(days)s days late.", late.days_late)
    return words % {"month": month(late.month), "days": late.days_late}


def _several_months(late: Sequence[LateMonth]) -> str:
    count = len({one.month for one in late})
    words = ngettext(
        "%(count)s month is late: %(month)s.",
        "%(count)s months are late, the first is %(month)s.",
        count,
    )
    return words % {"count": count, "month": month(late[0].month)}


def _worst(late: Sequence[LateMonth]) -> LateMonth:
    """The month that says least for the card: unpaid, then not on record; of equal ones the latest."""
    order = (HealthPart.PAID, HealthPart.NOT_ON_RECORD, HealthPart.UNPAID)
    return max(late, key=lambda one: (order.index(one.health), one.month))


def _health_of(late: Sequence[LateMonth], *, card_usable: bool) -> str:
    unpaid = [one for one in late if one.health is not HealthPart.PAID]
    if not unpaid:
        works = _("Your health card still works.") if card_usable else ""
        return in_a_row(_("The health part of these months is paid."), works)
    return _(
        "The health part is not paid, or not on record, for %(months)s. "
        "Before you go for treatment, open the card to see whether it is still valid, and keep the bills."
    ) % {"months": listed(dict.fromkeys(month(one.month) for one in unpaid))}
