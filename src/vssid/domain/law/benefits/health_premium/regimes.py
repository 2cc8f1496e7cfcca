"""Worked cases of the premiums."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from vssid.domain.law.benefits.health_premium.formula import (
    GROUPS,
    LAW_74,
    household,
    supported,
    top_up,
    unemployed,
)
from vssid.domain.law.engine.exact import whole
from vssid.domain.law.engine.law import Law
from vssid.domain.law.engine.regimes import Given, regime
from vssid.domain.law.engine.vocabulary import MissingInput, WrongInput

_YEAR = 12
_MOST_MEMBERS = 100
_UNSHARED = {"poor", "household"}
_OTHER_NAMES = {
    "near_poor_in_poor_district_or_commune": "near_poor_in_poor_commune",
    "near_poor_poor_commune": "near_poor_in_poor_commune",
    "pupil": "pupil_student",
    "student": "pupil_student",
    "pupils": "pupil_student",
    "students": "pupil_student",
    "pupils_students": "pupil_student",
    "average_income_agri_household": "average_income_farmers",
    "agri_household": "average_income_farmers",
    "agri_average_income": "average_income_farmers",
    "hamlet_health_worker": "village_worker",
    "hamlet_health_worker_midwife_hamlet_part_time_security_force_artisan": "village_worker",
    "ethnic_minority_commune_no_longer_difficult": "ethnic_minority",
    "human_trafficking_victim": "trafficking_victim",
    "CN": "near_poor",
    "HS": "pupil_student",
    "SV": "pupil_student",
    "GB": "average_income_farmers",
    "HN": "poor",
    "GD": "household",
}
"""Among them the letters of the cards of a group."""


@regime("bhyt_household_premium")
def bhyt_household_premium(given: Given) -> Mapping[str, Any]:
    """``members``: everybody who pays, the subsidised too, who stand outside the ladder; when
    ``members_paying_as_household`` is said, it counts alone.
    """
    paying = given.get("members_paying_as_household")
    if paying is None:
        paying = given["members"] - given.get("subsidised", 0)
    if not 0 <= paying <= _MOST_MEMBERS:
        wanted = f"a household of at most {_MOST_MEMBERS} members, not fewer than are subsidised"
        raise WrongInput(field="members", name="members", value=str(paying), wanted=wanted)
    each = household(
        given.law(given.get("pay_date"), key="pay_date"),
        member=np.arange(1, paying + 1),
        months_covered=whole(given.get("months", _YEAR)),
    )
    return {"per_member": each.tolist(), "total": int(each.sum())}


@regime("bhyt_supported_premium")
def bhyt_supported_premium(given: Given) -> Mapping[str, Any]:
    group = _OTHER_NAMES.get(given["group"], given["group"])
    law, province = given.law(given.get("pay_date"), key="pay_date"), given.get("province", 0)
    if group in _UNSHARED:
        return _unshared(law, given, by_state=group == "poor")
    premium = supported(
        law,
        supported_group=whole(GROUPS.index(group)),
        months_covered=whole(given.get("months", _YEAR)),
        province=whole(province),
    )
    return {
        "total": premium.premium,
        "state": premium.state_part,
        "province": premium.province_part,
        "province_known": top_up(law, province, group) > 0,
        "person": premium.own_part,
    }


def _unshared(law: Law, given: Given, *, by_state: bool) -> Mapping[str, Any]:
    """The premium of who is no supported group: the State or the insured pays it whole."""
    whole_premium = household(law, member=whole(1), months_covered=whole(given.get("months", _YEAR)))
    nothing = whole(0)
    return {
        "total": whole_premium,
        "state": whole_premium if by_state else nothing,
        "province": nothing,
        "province_known": False,
        "person": nothing if by_state else whole_premium,
    }


@regime("bhyt_premium_unemployed")
def bhyt_premium_unemployed(given: Given) -> Mapping[str, Any]:
    """The rate has been the same ever since: a case without a day is judged by the law of 2026. A fraction of
    a đồng, which 60 % of an average may leave, is paid rounded.
    """
    if "monthly_benefit" not in given:
        lacking = MissingInput(field="monthly_benefit", regime=given.regime, name="monthly_benefit")
        return {"premium": lacking, "payer": "bhtn_fund"}
    law = given.law(LAW_74 if given.as_of is None and not given.act else None)
    paid = int(given["monthly_benefit"] + Fraction(1, 2))
    return {"premium": unemployed(law, benefit_of_month=whole(paid)), "payer": "bhtn_fund"}
