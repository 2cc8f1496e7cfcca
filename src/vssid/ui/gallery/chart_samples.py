"""Charts with one, few and many values, tiny beside huge, and long names."""

from __future__ import annotations

from django.http import HttpRequest

from vssid.domain.values.months import Month
from vssid.ui.charts.bars import Amount, Split, bar_chart, split_chart
from vssid.ui.charts.line import Compared, LineChart, Spot, line_chart
from vssid.ui.charts.rows import RowChart
from vssid.ui.charts.step import Level, Reference, StepChart, step_chart
from vssid.ui.charts.timeline import Line, Stretch, timeline
from vssid.ui.gallery.samples import received, wage_chart

_START = Month.of(2017, 5)
_LONG_NAME = "Công ty Cổ phần Đầu tư Xây dựng và Phát triển Nông nghiệp Công nghệ cao Phước Bảo Châu Khánh"
_KINDS = ("", "mute", "late", "due", "gap", "credited", "deferred", "exempt", "bhxh", "bhyt", "bhtn", "tnld")


def charts(_request: HttpRequest) -> dict[str, object]:
    return {
        "wages": wage_chart(),
        "one_wage": step_chart([Level(_START, _START, 4_200_000)], label="4,2 triệu tháng 5 năm 2017"),
        "at_the_cap": _at_the_cap(),
        "by_year": _by_year(),
        "passes": _passes(),
        "timeline": _jobs(),
        "kinds_of_pieces": _every_kind(),
        "bars": bar_chart(received(), label="Đã nhận 52,6 triệu năm 2022, 1,8 triệu năm 2026"),
        "one_bar": bar_chart([Amount("2026", 1_750_000)], label="1,8 triệu năm 2026"),
        "extremes": bar_chart(
            [Amount("2026", 9_400_000_000), Amount("2025", 1_000), Amount("2024", 0)],
            label="9.400 triệu năm 2026, gần như không trong các năm khác",
        ),
        "splits": _payers(),
        "regimes": bar_chart(
            [Amount(_LONG_NAME, 40_000_000), Amount("Ốm đau", 900_000)], label="Theo chế độ", wide=True
        ),
    }


def _at_the_cap() -> StepChart:
    levels = [Level(_START, _START.plus(9), 30_000_000), Level(_START.plus(10), _START.plus(20), 46_800_000)]
    cap = Reference("Mức trần", (Level(_START, _START.plus(20), 46_800_000),))
    return step_chart(levels, label="Lương đóng bằng mức trần", references=[cap])


def _by_year() -> LineChart:
    """What is chosen, on a curve that begins later."""
    spots = [Spot(_START.plus(12 * year), 4_000_000 + 250_000 * year) for year in range(6, 20)]
    spots[0], spots[-1] = (Spot(one.month, one.amount, "5,5") for one in (spots[0], spots[-1]))
    chosen = Spot(spots[5].month, spots[5].amount, "6,8 triệu")
    ticks = [(one.month, str(one.month.year)) for one in (chosen, spots[-1], spots[0])]
    label = "Lương hưu theo năm ngừng đóng"
    missing = Spot(_START, 0, "chưa đủ")
    return line_chart(spots, chosen, label=label, axis="Năm ngừng đóng", ticks=ticks, missing=missing)


def _passes() -> LineChart:
    """A line that passes another."""
    spots = [Spot(_START.plus(12 * year), 94_000_000 * year, "") for year in range(20)]
    chosen = Spot(spots[4].month, spots[4].amount, "64 tuổi")
    ticks = [(spots[-1].month, "110"), (spots[0].month, "60")]
    compared = Compared("Rút một lần", chosen.amount)
    return line_chart(spots, chosen, label="64 tuổi", axis="Tuổi", ticks=ticks, compared=compared)


def _jobs() -> RowChart:
    lines = [
        Line(
            "Công ty TNHH May Hoa Chanh",
            "72 tháng · 1 tháng chậm đóng",
            (
                Stretch(Month.of(2020, 10), Month.of(2026, 8)),
                Stretch(Month.of(2026, 9), Month.of(2026, 9), "late"),
            ),
            data=True,
        ),
        Line("Không tham gia", "4 tháng", (Stretch(Month.of(2020, 6), Month.of(2020, 9), "gap"),)),
        Line(_LONG_NAME, "37 tháng", (Stretch(_START, Month.of(2020, 5)),), data=True),
    ]
    return timeline(lines, label="Hai đơn vị, 4 tháng không tham gia")


def _every_kind() -> RowChart:
    lines = [Line(kind or "(paid)", "12", (Stretch(_START, _START.plus(11), kind),)) for kind in _KINDS]
    return timeline(lines, label="Các trạng thái")


def _payers() -> RowChart:
    splits = [
        Split(
            str(2015 + year),
            ((year * 900_000, ""), (year * 1_900_000, "mute")),
            f"{year * 28 // 10},{year * 28 % 10} triệu",
        )
        for year in range(11, 0, -1)
    ]
    return split_chart(splits, label="Người lao động và đơn vị cùng đóng")
