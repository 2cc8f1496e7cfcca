"""The public holidays a sick leave is counted without: Labour Code of 2012 art. 115, of 2019 art. 112.

Those of every worker. Days off exchanged by decree bind officials alone. Of Tết each employer chooses the
days, so that they are rest days only where a case names them.
"""

from __future__ import annotations

from datetime import date
from functools import cache

_OF_EVERY_WORKER = (
    "Tết Dương lịch",
    "Ngày Giỗ Tổ Hùng Vương",
    "Ngày Chiến thắng",
    "Ngày Quốc tế Lao động",
    "Quốc khánh",
)
"""As the package calls them; of the National Day since 2021 two."""


@cache
def public_holidays(year: int) -> frozenset[date]:
    import holidays  # those of every country: 100 ms

    known = holidays.country_holidays("VN", years=year, observed=False, language="vi")
    return frozenset(day for day in known if known[day].startswith(_OF_EVERY_WORKER))
