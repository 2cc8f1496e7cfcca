"""Every folder of the law is whole: rules with articles and named quantities, cases that hold, five
languages.
"""

from __future__ import annotations

import inspect
import re
import subprocess
import sys

import pytest

from vssid.domain.law import case_regimes, catalogue
from vssid.domain.law.case_regimes import all_regimes, vocabulary
from vssid.domain.law.cases import Outcome, check
from vssid.domain.law.catalogue import all_rules, explanation, folder_of, quantities, worked_cases
from vssid.domain.law.engine.quantities import Quantity
from vssid.domain.law.folders import SHARED_LAW, benefit_folders

LANGUAGES = ("en", "vi", "zh-hans", "ko", "ja")


def test_what_benefits_share_has_no_cases_of_its_own() -> None:
    assert worked_cases(SHARED_LAW) == []


@pytest.mark.parametrize("folder", [*benefit_folders(), SHARED_LAW])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_benefit_is_explained_in_every_language(folder: str, language: str) -> None:
    text = explanation(folder, language)
    assert re.match(r"# \S.*\n\n\S", text)


@pytest.mark.parametrize("folder", benefit_folders())
def test_a_benefit_has_cases_and_they_come_out(folder: str) -> None:
    verdicts = [check(case) for case in worked_cases(folder)]
    assert verdicts
    assert [v for v in verdicts if v.outcome is not Outcome.PASS] == []
    assert len({v.id for v in verdicts}) == len(verdicts)


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_says_what_goes_in_and_what_comes_out(code: str) -> None:
    rule = all_rules()[code]
    for version in rule.versions:
        assert re.search(r"art(icle)?\.? ?\d|ex\.|Resolution|Decision", version.article), code
        names = list(inspect.signature(version.formula).parameters)[1:]
        assert [name for name in names if name not in quantities()] == []
        assert names == list(inspect.signature(rule.versions[0].formula).parameters)[1:]
    assert not rule.gives or rule.gives in quantities()


def test_every_regime_has_a_vocabulary_and_the_reverse() -> None:
    assert set(all_regimes()) == set(vocabulary())


def test_every_regime_is_shown_by_a_case() -> None:
    shown = {case["regime"] for folder in benefit_folders() for case in worked_cases(folder)}
    assert shown == set(all_regimes())


def test_one_name_means_one_thing_in_every_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    known = quantities()["pension"]
    monkeypatch.setattr(catalogue, "SHARED", {"pension": Quantity("Anything else", known.unit)})
    with pytest.raises(ValueError, match="pension is called otherwise elsewhere"):
        quantities.__wrapped__()


def test_a_regime_stands_in_one_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_regimes, "benefit_folders", lambda: ["pension", "pension"])
    with pytest.raises(ValueError, match="stands in another folder too"):
        vocabulary.__wrapped__()


def test_every_module_with_a_rule_is_found() -> None:
    """Whatever was imported before: a rule beside ``formula.py`` counts, and one that is shared."""
    found = "from vssid.domain.law.catalogue import all_rules; print(*all_rules())"
    alone = subprocess.run([sys.executable, "-c", found], capture_output=True, text=True, check=True)
    all_regimes()
    assert sorted(alone.stdout.split()) == sorted(all_rules())


@pytest.mark.parametrize(
    ("code", "folder"),
    [("maternity.grant", "maternity"), ("shared.average", SHARED_LAW), ("reference_level", SHARED_LAW)],
)
def test_a_code_says_its_folder(code: str, folder: str) -> None:
    assert folder_of(code) == folder
