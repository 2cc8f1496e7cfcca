"""The questions a person may ask of their own record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from vssid.domain.law.engine.trace import Trace
from vssid.domain.law.estimates import child, co_payment, illness, job_loss, lump_sum, retirement, voluntary
from vssid.domain.law.estimates.answer import Answer, Asked
from vssid.domain.law.estimates.on_file import OnFile


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
    trace = Trace()
    return replace(_ANSWERS[kind](asked, trace), on_file=asked.on_file or OnFile.of(asked.on, trace))


def law_day(kind: Kind, asked: Asked) -> date:
    """The day whose law the answer goes by: the one a question names, else the day it is asked."""
    named = asked.supposed.get(_NAMES_THE_DAY.get(kind, ""))
    return date.fromisoformat(named) if named else asked.on


_NAMES_THE_DAY = {Kind.JOB_LOSS: "contract_ends", Kind.CHILD: "birth"}
_ANSWERS = {
    Kind.RETIREMENT: retirement.answer,
    Kind.LUMP_SUM: lump_sum.answer,
    Kind.JOB_LOSS: job_loss.answer,
    Kind.CHILD: child.answer,
    Kind.ILLNESS: illness.answer,
    Kind.VOLUNTARY: voluntary.answer,
    Kind.CO_PAYMENT: co_payment.answer,
}
