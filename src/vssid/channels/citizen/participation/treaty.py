"""Why months are exempt: the agreement, the certificate of coverage, and how long it can last."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vssid.domain.ledger.treaty import Exemption, Treaty
from vssid.kit.formats import country, day, month, month_span, months_counted
from vssid.kit.formats.sentences import named
from vssid.ui.elements import Item


@dataclass(frozen=True, slots=True)
class TreatyPanel:
    sentences: tuple[str, ...]
    facts: tuple[Item, ...]


def drawn_treaty(found: Exemption) -> TreatyPanel:
    on_record = Item(_("Exempt on record"), _on_record(found), number=True)
    there = _("These months count in the other country. For a pension the periods of both are added up.")
    if found.treaty is None:
        return TreatyPanel((_("In these months you are insured abroad."), there), (on_record,))
    return TreatyPanel(
        (
            _(
                "With a certificate of coverage you stay in the pension insurance of your country. You and "
                "the employer owe the Vietnamese pension fund nothing in that time."
            ),
            there,
            _("Health insurance and short-term benefits are outside the agreement."),
        ),
        (on_record, *_facts(found, found.treaty)),
    )


def _facts(found: Exemption, treaty: Treaty) -> tuple[Item, ...]:
    return (
        Item(_("It rests on"), _("Certificate of coverage of the pension service there")),
        Item(_("It can last"), _longest(found, treaty), number=True),
        Item(_("Posted by an employer there"), _more(treaty)),
        Item(_("Agreement with"), country(treaty.country)),
        Item(_("In force since"), day(treaty.since), number=True),
    )


def _on_record(found: Exemption) -> str:
    run, months = month_span(found.run.first, found.run.last), months_counted(found.months)
    if found.run.months == found.months:
        return named(months, run)
    return _("%(months)s, the latest %(period)s") % {"months": months, "period": run}


def _longest(found: Exemption, treaty: Treaty) -> str:
    last = found.run.first.plus(treaty.months - 1)
    return _("%(months)s, until %(month)s") % {"months": months_counted(treaty.months), "month": month(last)}


def _more(treaty: Treaty) -> str:
    return _("%(months)s more, on application") % {"months": months_counted(treaty.extension)}
