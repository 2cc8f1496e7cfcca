"""Worked cases of survivors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from vssid.domain.law.benefits.survivors.formula import funeral, funeral_due, monthly, monthly_due
from vssid.domain.law.benefits.survivors.lump import lump_months, lump_sum, paid_back, pensioner_months
from vssid.domain.law.benefits.survivors.relatives import Relatives
from vssid.domain.law.engine.exact import truth, whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import first_and_last
from vssid.domain.law.shared.time import split_2014
from vssid.domain.values.months import Month, months_between
from vssid.domain.values.rates import PPM

_WORK = r"\b(?:work|occupational|labou?r|industrial|lao động|nghề nghiệp|tnlđ|tnld)"
AT_WORK = re.compile(_WORK)
OUTSIDE_WORK = re.compile(rf"\b(?:not|non|no|outside|unrelated|không|ngoài)\W+(?:\w+\W+){{0,3}}{_WORK}")
FIRST_OF_2014 = Month.of(2014, 1)

Answer = dict[str, Any]


@regime("survivors")
def survivors(given: Given) -> Mapping[str, Any]:
    law = given.law(given["death"].first_day if "death" in given else None)
    answer: Answer = {}
    if _tells_time(given):
        answer |= _funeral(given, law)
    relatives = Relatives(law, given["relatives"], given.get("deaths", 1)) if given.get("relatives") else None
    due = _monthly_due(given, law)
    if relatives:
        answer |= _monthly(given, law, relatives, due)
    if _tells_time(given):
        answer["lump_sum_entitled"] = _lump_entitled(given, relatives, due)
    return answer | (_of_a_pensioner(given, law) if _pensioner(given) else _of_a_contributor(given, law))


def _pensioner(given: Given) -> bool:
    return bool(given.get("pensioner", "pension" in given or "months_received" in given))


def _at_work(given: Given) -> bool:
    cause = str(given.get("cause", "")).casefold()
    return bool(AT_WORK.search(cause)) and not OUTSIDE_WORK.search(cause)


def _voluntary(given: Given) -> int:
    return int(given.get("voluntary_months", 0))


def _compulsory(given: Given) -> int | None:
    """None when the case tells no time at all."""
    if "compulsory_months" in given:
        return int(given["compulsory_months"])
    if "contribution_years" in given:
        return 12 * int(given["contribution_years"])
    split = _split(given)
    if split:
        return sum(split) - _voluntary(given)
    return 0 if "voluntary_months" in given else None


def _split(given: Given) -> tuple[int, int] | None:
    """Months before 2014 and from 2014. Months in all, without a split, lie as late as the death allows."""
    if "months_pre2014" in given or "months_from2014" in given:
        return given.get("months_pre2014", 0), given.get("months_from2014", 0)
    if "periods" in given:
        ends = given["periods"]
        spans = [first_and_last("periods", ends[place : place + 2]) for place in range(0, len(ends), 2)]
        months = [month for first, last in spans for month in months_between(first, last)]
        before = sum(month < FIRST_OF_2014 for month in months)
        return before, len(months) - before
    if "compulsory_months" in given or "contribution_years" in given or "voluntary_months" in given:
        total = given.get("compulsory_months", 12 * given.get("contribution_years", 0)) + _voluntary(given)
        last = given["death"] if "death" in given else Month.containing(given.law().on)
        later = min(total, last - FIRST_OF_2014)
        return total - later, later
    return None


def _tells_time(given: Given) -> bool:
    return _compulsory(given) is not None or _pensioner(given) or _at_work(given)


def _funeral(given: Given, law: Law) -> Answer:
    """Whether it is due, and the amount of the month of death; where nothing is due, none of any month."""
    due = funeral_due(
        law,
        months_compulsory=whole(_compulsory(given) or 0),
        months_voluntary=whole(_voluntary(given)),
        work_death=truth(_at_work(given)),
        pensioner=truth(_pensioner(given)),
    )
    if "death" in given:
        return {"funeral": funeral(law, funeral_due=due), "funeral_due": bool(due[0])}
    return {"funeral": bool(due[0]) or 0, "funeral_due": bool(due[0])}


def _monthly_due(given: Given, law: Law) -> bool:
    """A case that tells only relatives asks what they receive where the condition is met."""
    if not _tells_time(given):
        return True
    due = monthly_due(
        law,
        months_compulsory=whole(_compulsory(given) or 0),
        work_death=truth(_at_work(given)),
        pensioner=truth(_pensioner(given)),
    )
    return bool(due[0])


def _monthly(given: Given, law: Law, relatives: Relatives, due: bool) -> Answer:
    """Paid from the month after the death, by the figure of that month."""
    times = 1 if due else 0
    rates = relatives.rates() * times
    shares = [Fraction(rate, PPM) for rate in rates.tolist()]
    answer: Answer = {"rates_of_base": shares, "rates_of_the_entitled": [share for share in shares if share]}
    kinds = [person["kind"] for person in relatives.people]
    if "wife" in kinds:
        later = int(relatives.rates_when_the_child_is_grown()[kinds.index("wife")]) * times
        answer["wife_after_child_is_18"] = Fraction(later, PPM)
    if "death" in given or given.as_of:
        paid_by = law.at(Month(given["death"] + 1).first_day) if "death" in given else law
        answer["monthly_total"] = monthly(paid_by, survivor_rate=whole(int(rates.sum())))
    return answer


def _lump_entitled(given: Given, relatives: Relatives | None, due: bool) -> bool:
    """Where nobody receives monthly benefits, or those who do may choose."""
    if not (_pensioner(given) or _at_work(given) or (_compulsory(given) or 0) + _voluntary(given)):
        return False
    return not due or relatives is None or relatives.all_may_choose()


def _of_a_pensioner(given: Given, law: Law) -> Answer:
    if "months_received" not in given:
        return {}
    months = pensioner_months(law, pension_months_received=whole(given["months_received"]))
    return _lump(law, int(months[0]), given.get("pension"))


def _of_a_contributor(given: Given, law: Law) -> Answer:
    split = _split(given)
    if split is None:
        return {}
    before, after = (whole(months) for months in split)
    years = split_2014(law, months_before_2014=before, months_from_2014=after)
    answer: Answer = {
        "years_pre2014": Fraction(int(years.half_years_before_2014[0]), 2),
        "years_from2014": Fraction(int(years.half_years_from_2014[0]), 2),
    }
    compulsory, voluntary = _compulsory(given) or 0, _voluntary(given)
    income = given.get("income", given.get("average"))
    if not compulsory and voluntary < law.figure("survivors.voluntary_short_months"):
        if income is None:
            return answer
        back = paid_back(law, income=whole(income), months_voluntary=whole(voluntary))
        return answer | {"amount": back}
    months = lump_months(
        law,
        half_years_before_2014=years.half_years_before_2014,
        half_years_from_2014=years.half_years_from_2014,
        has_compulsory=truth(compulsory > 0),
    )
    return answer | _lump(law, int(months[0]), given.get("average", given.get("income")))


def _lump(law: Law, months: int, of_a_month: int | None) -> Answer:
    answer: Answer = {"months": Fraction(months, PPM)}
    if of_a_month is not None:
        answer["amount"] = lump_sum(law, lump_months=whole(months), of_a_month=whole(of_a_month))
    return answer
