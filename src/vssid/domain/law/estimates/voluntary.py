"""I pay voluntarily: what a month costs, and what the State adds."""

from __future__ import annotations

from vssid.domain.law.benefits.voluntary.formula import contribution, supported_months
from vssid.domain.law.engine.exact import share, whole
from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.retirement import pension_drawn
from vssid.domain.law.shared.voluntary_support import state_support
from vssid.domain.values.rates import PPM


def answer(asked: Asked, trace: Trace) -> Answer:
    """For citizens who draw no pension: Law 41/2024/QH15 art. 2(4).

    Supposed are ``income`` (chosen, a month), ``months_at_once`` (1, 3, 6 or 12) and ``support_group``.
    """
    if drawn := pension_drawn(asked.record):
        return drawn
    if not asked.record.citizen:
        return Answer({}, (), entitled=False, reason="citizens_only")
    law = asked.law(trace)
    months = whole(asked.supposed["months_at_once"])
    line = whole(law.figure("rural_poverty_line"))
    support = state_support(
        law,
        support_day=whole(asked.on.toordinal()),
        support_group=whole(asked.supposed["support_group"]),
        poverty_line=line,
    )
    supported = supported_months(law, months_paid=months, months_supported_before=whole(0))
    own = contribution(
        law,
        chosen_income=whole(asked.supposed["income"]),
        months_paid=months,
        supported_months=supported,
        state_support=support,
    )
    return Answer(
        {
            "own_contribution": own.item(),
            "state_adds": share(support * supported, 1, PPM).item(),
            "lowest_income": law.figure("voluntary.income_min"),
            "highest_income": law.figure("voluntary.income_max"),
        },
        tuple(trace.flat()),
    )
