"""Figures on the command line: by their unit, in the language asked for, without settings."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from django.utils.translation import override

from vssid.apps.content.law_amounts import counted
from vssid.domain.law.engine.parameter import Unit
from vssid.domain.values.months import Month
from vssid.kit.formats.styles import JOINER, NO_BREAK
from vssid.kit.languages import LANGUAGE_NAMES
from vssid.project.commands.law_languages import tongue

KOREAN = {
    Unit.DONG: (500_000, "500,000동"),
    Unit.HUNDREDTHS_OF_DONG: (6_600_050, "66,000.5동"),
    Unit.MILLIONTHS_OF_DONG: (66_000_500_000, "66,000.5동"),
    Unit.PPM: (750_000, "75%"),
    Unit.PERCENT: (31, "31%"),
    Unit.BILLIONTHS: (3_750_000, "0.375%"),
    Unit.HUNDREDTHS: (543, "5.43"),
    Unit.THOUSANDTHS: (4_980, "4.98"),
    Unit.TIMES: (20, "20"),
    Unit.COUNT: (1_200, "1,200"),
    Unit.CODE: (102, "102"),
    Unit.MONTHS: (144, "144개월"),
    Unit.TIME: (267, "22년 3개월"),
    Unit.AGE: (747, "62년 3개월"),
    Unit.AGE_IN_YEARS: (75, "75년"),
    Unit.HALF_YEARS: (45, "22년 6개월"),
    Unit.YEARS: (15, "15년"),
    Unit.WEEKS: (22, "22주"),
    Unit.DAYS: (30, "30일"),
    Unit.HALF_DAYS: (7, "3.5일"),
    Unit.CALENDAR_YEAR: (2026, "2026"),
    Unit.MONTH: (int(Month.of(2026, 7)), "2026-07"),
    Unit.DATE: (date(2026, 7, 1).toordinal(), "2026-07-01"),
    Unit.YES_NO: (1, "예"),
}


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_is_said_in_korean(unit: Unit) -> None:
    value, said = KOREAN[unit]
    assert tongue("ko").counted(unit, value) == said


def test_one_and_a_half_are_several() -> None:
    assert tongue("en").counted(Unit.HALF_DAYS, 3) == "1.5 days"
    assert tongue("en").counted(Unit.HALF_DAYS, 2) == "1 day"


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
@pytest.mark.parametrize("unit", [Unit.DONG, Unit.PPM, Unit.BILLIONTHS, Unit.HALF_YEARS, Unit.THOUSANDTHS])
def test_page_and_command_line_say_the_same(language: str, unit: Unit) -> None:
    value, _said = KOREAN[unit]
    with override(language):
        on_page = counted(unit, value).replace(NO_BREAK, " ").replace(JOINER, "")
    assert tongue(language).counted(unit, value) == on_page


def test_it_is_said_without_settings() -> None:
    program = (
        "from vssid.project.commands.law_languages import tongue; "
        "from vssid.domain.law.engine.parameter import Unit; "
        "print(tongue('vi').counted(Unit.HALF_YEARS, 45), tongue('vi').counted(Unit.DONG, 5000))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "22 năm 6 tháng 5.000 đ\n"
