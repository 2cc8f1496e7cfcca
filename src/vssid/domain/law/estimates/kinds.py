"""The questions a person may ask of their own record."""

from __future__ import annotations

from enum import StrEnum

from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.estimates import child, co_payment, illness, job_loss, lump_sum, retirement, voluntary
from vssid.domain.law.estimates.answer import Answer, Asked


class Kind(StrEnum):
    RETIREMENT = "retirement"
    """When can I retire, and with how much?"""
    LUMP_SUM = "lump_sum"
    """Pension or lump sum, side by side over a lifetime."""
    JOB_LOSS = "job_loss"
    CHILD = "child"
    ILLNESS = "illness"
    VOLUNTARY = "voluntary"
    CO_PAYMENT = "co_payment"


def answered(kind: Kind, asked: Asked) -> Answer:
    """The answer with its steps. Raises what the rules refuse."""
    return _ANSWERS[kind](asked, Trace())


_ANSWERS = {
    Kind.RETIREMENT: retirement.answer,
    Kind.LUMP_SUM: lump_sum.answer,
    Kind.JOB_LOSS: job_loss.answer,
    Kind.CHILD: child.answer,
    Kind.ILLNESS: illness.answer,
    Kind.VOLUNTARY: voluntary.answer,
    Kind.CO_PAYMENT: co_payment.answer,
}
