"""Invented values for the gallery: Lan, her family, her months. Dates are fixed so that pictures compare."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest
from django.utils.safestring import mark_safe

from vssid.domain.values.months import Month, months_between
from vssid.ui.card import CardFace, CardState
from vssid.ui.charts.bars import Amount, bar_chart
from vssid.ui.charts.step import Level, Reference, StepChart, step_chart
from vssid.ui.elements import Item, Link, Person, Row, Task
from vssid.ui.gallery.forms import SampleForm
from vssid.ui.months import CellState, year_lines, year_of_cells

TODAY = Month.of(2026, 11)
_CODE = mark_safe(
    '<svg viewBox="0 0 21 21" aria-hidden="true"><path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0z"/>'
    '<path fill="#fff" d="M1 1h5v5H1zM15 1h5v5h-5zM1 15h5v5H1z"/>'
    '<path d="M2 2h3v3H2zM16 2h3v3h-3zM2 16h3v3H2zM9 1h2v3H9zM12 5h1v4h-1zM9 9h4v2H9zM15 10h3v1h-3z'
    'M9 13h1v5H9zM12 15h4v2h-4zM18 14h2v6h-2zM12 19h4v1h-4zM1 9h5v1H1zM3 11h3v1H3z"/></svg>'
)


def _states() -> dict[Month, CellState]:
    """May 2017 to August 2026 paid but for four months of 2020; September late."""
    states = dict.fromkeys(months_between(Month.of(2017, 5), Month.of(2026, 8)), CellState.PAID)
    states |= dict.fromkeys(months_between(Month.of(2020, 6), Month.of(2020, 9)), CellState.GAP)
    return states | {
        Month.of(2026, 9): CellState.LATE,
        Month.of(2026, 10): CellState.DUE,
        Month.of(2026, 11): CellState.DUE,
    }


def _every_state() -> dict[Month, CellState]:
    order = [*CellState, CellState.PAID, CellState.PAID, CellState.PART]
    return {Month.of(2026, 1).plus(index): state for index, state in enumerate(order)}


def _face(state: CardState, **changed: object) -> CardFace:
    values: dict[str, object] = {
        "name": "TRẦN THỊ LAN",
        "number": "0194000123",
        "valid_from": date(2026, 1, 1),
        "valid_until": date(2026, 12, 31),
        "born": "14/03/1994",
        "sex": "nữ",
        "level": "80%",
        "code": _CODE,
        "code_note": "Mã chứa số thẻ, không chứng minh người cầm.",
    }
    return CardFace(state=state, **(values | changed))  # type: ignore[arg-type]


def _wages() -> tuple[Level, ...]:
    """đồng a month."""
    return (
        Level(Month.of(2017, 5), Month.of(2018, 6), 4_200_000),
        Level(Month.of(2018, 7), Month.of(2019, 6), 4_600_000),
        Level(Month.of(2019, 7), Month.of(2020, 5), 5_100_000),
        Level(Month.of(2020, 10), Month.of(2021, 12), 6_300_000),
        Level(Month.of(2022, 1), Month.of(2022, 12), 7_400_000),
        Level(Month.of(2023, 1), Month.of(2023, 12), 8_600_000),
        Level(Month.of(2024, 1), Month.of(2024, 12), 9_900_000),
        Level(Month.of(2025, 1), Month.of(2026, 8), 11_200_000),
    )


def received() -> tuple[Amount, ...]:
    """đồng a year."""
    return (Amount("2026", 1_750_000), Amount("2024", 909_375), Amount("2022", 52_615_000))


def wage_chart() -> StepChart:
    least = (
        Level(Month.of(2017, 5), Month.of(2019, 12), 3_750_000),
        Level(Month.of(2020, 1), Month.of(2024, 6), 4_420_000),
        Level(Month.of(2024, 7), Month.of(2026, 8), 4_960_000),
    )
    label = "Lương đóng tăng từ 4,2 triệu năm 2017 đến 11,2 triệu năm 2026"
    return step_chart(_wages(), label=label, references=[Reference("Lương tối thiểu", least)])


def _people() -> list[Person]:
    return [
        Person("Lan", "#", "tôi", current=True),
        Person("Bình", "#", "con"),
        Person("Hoa", "#", "mẹ"),
    ]


def _branches() -> list[Link]:
    return [
        Link("BHXH", "#", current=True),
        Link("BHYT", "#"),
        Link("BHTN", "#"),
        Link("BHTNLĐ-BNN", "#"),
        Link("C14-TS", "#"),
    ]


def _answers() -> list[Item]:
    return [
        Item("Giá trị sử dụng", "01/01/2026 – 31/12/2026", number=True),
        Item("Nơi đăng ký KCB ban đầu", "Phòng khám An Phú (01 - 999)", data=True),
        Item("Đủ 5 năm liên tục từ", "01/10/2025", number=True),
        Item("Máy này được giữ thẻ từ", "03/06/2026", action="Quản lý", url="#"),
    ]


def _tasks() -> list[Task]:
    return [
        Task("Khám chữa bệnh", "#", "stethoscope", "la"),
        Task("Quyền lợi đã nhận", "#", "cash"),
        Task("Quá trình đóng", "#", "file-text", "man"),
        Task("Ai đã xem dữ liệu", "#", "eye-check", "nghe"),
    ]


def _notices() -> list[Row]:
    return [
        Row(
            "Hồ sơ cho cháu Bình: đã nhận",
            "Trả lời trước 17:00, thứ Tư 25/11",
            "#",
            "baby-carriage",
            "nghe",
            unread=True,
        ),
        Row("Phòng khám An Phú đã kiểm tra thẻ", "09:12, thứ Sáu 20/11", "#", "building-hospital", "la"),
        Row("Đã có bản xác nhận đóng C14-TS năm 2025", "15/01/2026", "#", "file-text"),
    ]


def _spans() -> list[Row]:
    return [
        Row(
            "Công ty TNHH May Hoa Chanh",
            "Hạn nộp 31/10/2026, chậm 22 ngày. BHYT đã đóng.",
            "#",
            lead="09/2026",
            status_kind="bad",
            status="Chậm đóng",
            data=True,
        ),
        Row(
            "Công ty TNHH May Hoa Chanh",
            "71 tháng · Tổ trưởng may · 11.200.000 đ",
            "#",
            lead="10/2020 – 08/2026",
            data=True,
        ),
        Row("4 tháng không tham gia", lead="06/2020 – 09/2020", muted=True),
        Row(
            "Công ty CP Điện tử Tia Nắng",
            "37 tháng · Công nhân lắp ráp · 5.100.000 đ",
            "#",
            lead="05/2017 – 05/2020",
            data=True,
        ),
    ]


def signals(_request: HttpRequest) -> dict[str, object]:
    from vssid.ui.build.icons import names
    from vssid.ui.build.places import UI

    return {"icons": names(UI / "icons.txt"), "kinds": ("good", "warn", "bad", "info", "plain")}


def months(_request: HttpRequest) -> dict[str, object]:
    states = _states()
    return {
        "this_year": year_of_cells(2026, states, today=TODAY),
        "every_state": year_of_cells(2026, _every_state(), today=Month.of(2026, 12)),
        "lines": year_lines(states, today=TODAY),
        "few_lines": year_lines(_every_state(), today=Month.of(2026, 12)),
        "bars": bar_chart(received(), label="Đã nhận 52,6 triệu năm 2022, 1,8 triệu năm 2026"),
        "chart": wage_chart(),
    }


def cards(_request: HttpRequest) -> dict[str, object]:
    long_name = _face(CardState.VALID, name="NGUYỄN PHƯỚC BẢO CHÂU KHÁNH", born="1957", valid_until=None)
    return {"faces": [*(_face(state, name=f"TRẦN THỊ {state.upper()}") for state in CardState), long_name]}


def lists(_request: HttpRequest) -> dict[str, object]:
    return {
        "notices": _notices(),
        "spans": _spans(),
        "answers": _answers(),
        "people": _people(),
        "branches": _branches(),
        "years": [Link("2026", "#", current=True, note="2"), Link("2025", "#", note="3"), Link("2024", "#")],
        "law_steps": _law_steps(),
        "four_tasks": _tasks(),
        "moment": datetime(2026, 11, 22, 6, 0),  # noqa: DTZ001 - already local
    }


def _law_steps() -> list[dict[str, object]]:
    """One of a single result with its figures, one of several results that rests on one source."""
    return [
        {
            "name": "Tỷ lệ hưởng",
            "result": "65%",
            "inputs": ["Số năm đóng: 25 năm"],
            "figures": [
                {
                    "words": "Phần thêm cho mỗi năm tiếp theo của nam: 2%",
                    "source": "Luật 41/2024/QH15 Điều 66(1)",
                    "place": {"below": "pension/#figure.pension.later_rate"},
                }
            ],
            "article": "Luật 41/2024/QH15 Điều 66(1)",
            "place": {"below": "pension/#pension.rate"},
        },
        {
            "name": "Một lần khám bệnh, chữa bệnh",
            "more_results": [("Quỹ thanh toán", "350.999 đ"), ("Cùng chi trả", "0 đ")],
            "lines": ["2024 · 1,05 → 5.250.000 đ"],
            "article": "Luật 51/2024/QH15 Điều 22",
            "place": {"below": "health-care/#health_care.claim"},
            "unsure": True,
        },
    ]


def forms(_request: HttpRequest) -> dict[str, object]:
    return {"fresh": SampleForm(auto_id="fresh_%s"), "refused": _refused()}


def _refused() -> SampleForm:
    return SampleForm({"name": "Lê Gia Bình", "number": "001 221 000 45", "year": "2026", "text": "100"})


LONG_NAME = "NGUYỄN PHƯỚC BẢO CHÂU KHÁNH"


def states(_request: HttpRequest) -> dict[str, object]:
    return {
        "button_kinds": ("primary", "quiet", "soft", "refuse"),
        "long_rows": [
            Row(LONG_NAME, "Con · sinh 10/06/2022", "#", icon="user", data=True, unread=True),
            Row(LONG_NAME, icon="user", data=True, muted=True, status_kind="warn", status="Chưa xác nhận"),
        ],
        "long_answers": [Item("Họ và tên", LONG_NAME, data=True, action="Sửa", url="#")],
        "long_people": [Person(LONG_NAME, "#", "tôi", current=True), Person(LONG_NAME, "#", "con")],
    }


def shell(_request: HttpRequest) -> dict[str, object]:
    return {}


def home(_request: HttpRequest) -> dict[str, object]:
    return {
        "face": _face(CardState.VALID),
        "cells": year_of_cells(2026, _states(), today=TODAY),
        "four_tasks": _tasks(),
        "notices": _notices(),
        "today": date(2026, 11, 22),
    }


def card_page(_request: HttpRequest) -> dict[str, object]:
    return {"face": _face(CardState.VALID), "people": _people(), "answers": _answers()}


def participation(request: HttpRequest) -> dict[str, object]:
    return months(request) | {"branches": _branches(), "spans": _spans(), "wages": _wages()}


def question(_request: HttpRequest) -> dict[str, object]:
    return {"form": _refused(), "title": "Thông tin của con", "progress": "Bước 2 trên 5"}


def error(_request: HttpRequest) -> dict[str, object]:
    return {
        "title": "Chưa mở được trang này",
        "text": "Hệ thống đang bận, không phải lỗi của máy này. Dữ liệu không mất.",
        "code": "KCB-503-7F2A",
        "retry": "#",
    }


def reading(request: HttpRequest) -> dict[str, object]:
    return {"parts": (("Lương", True), (" ", False), ("hưu", True), (" tính thế nào?", False))}
