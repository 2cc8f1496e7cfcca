"""The months of one fund as a file for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from vssid.apps.directory.selectors.names import Names
from vssid.apps.participation.selectors.ledger import Participation
from vssid.channels.citizen.participation.words import payer, status_name
from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.span_months import span_months
from vssid.domain.values import rates


def head() -> list[str]:
    return [
        *(_("Month"), _("State"), _("Unit code"), _("Unit"), _("Job title"), _("Contribution salary (VND)")),
        *(_("Rate of the employee"), _("Rate of the employer")),
        *(_("Employee's part (VND)"), _("Employer's part (VND)")),
    ]


def rows(record: Participation, fund: Fund, names: Names) -> Iterable[list[object]]:
    """Every month of every span, in order of the spans; a month paid by two units stands twice."""
    for span in record.spans:
        if span.fund is fund:
            for one in span_months(span, record.ledger.spells):
                spell, amounts = one.spell, one.contribution
                yield [
                    *(str(one.month), status_name(spell.status), spell.employer_code),
                    *(payer(spell.employer_code, names, spell.scale).name, spell.job_title, spell.salary),
                    *(_rate(spell.rate_employee_ppm), _rate(spell.rate_employer_ppm)),
                    *(amounts.employee, amounts.employer),
                ]


def _rate(ppm: int | None) -> str | None:
    return None if ppm is None else rates.text(ppm)
