from __future__ import annotations

import pytest

from vssid.apps.benefits.regimes import BenefitGroup, group_of, is_monthly, name_of
from vssid.project.demo.seed.benefits.events import REGIMES


@pytest.mark.parametrize("regime", REGIMES)
def test_every_regime_of_the_demonstration_is_known(regime: str) -> None:
    assert group_of(regime) is not BenefitGroup.OTHER
    assert name_of(regime)


def test_an_unknown_regime_is_kept_apart_and_unnamed() -> None:
    assert (group_of("ho_tro"), name_of("ho_tro"), is_monthly("ho_tro")) == (BenefitGroup.OTHER, None, False)


@pytest.mark.parametrize(
    ("regime", "monthly"),
    [("pension", True), ("unemployment", True), ("occupational_monthly", True), ("sickness", False)],
)
def test_what_is_paid_by_the_month(regime: str, monthly: bool) -> None:
    assert is_monthly(regime) is monthly
