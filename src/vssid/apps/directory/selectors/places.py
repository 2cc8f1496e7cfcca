"""Places and employers as a look-up shows them, and the provinces and wards to choose among."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Avg, Model, Q, QuerySet

from vssid.apps.directory.models import CollectionPoint, Employer, Facility, Office, Province, Ward
from vssid.domain.values.problem import NotFound
from vssid.kit.vietnamese_order import sort_key


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of a catalogue. What its kind does not have, or is unknown, is empty or None.

    ``since``/``until``: inclusive days of a facility's contract or an employer's life.
    """

    code: str
    province_code: str
    name_vi: str
    name_en: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
    level: str = ""
    tax_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    since: date | None = None
    until: date | None = None
    sick_leave: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """A province or ward by name; ``latitude``/``longitude`` of a province: the middle of its wards."""

    code: str
    name: str
    latitude: float | None = None
    longitude: float | None = None


_MODELS: dict[str, type[Model]] = {
    "office": Office,
    "facility": Facility,
    "employer": Employer,
    "point": CollectionPoint,
}
_RENAMED = {"contract_since": "since", "contract_until": "until"}
_KNOWN = set(Place.__slots__)


def places(kind: str, codes: Collection[str]) -> tuple[Place, ...]:
    """The entries with these codes, in their order; one statement."""
    rows = {row["code"]: _place(row) for row in _rows(kind).filter(code__in=list(codes)).values()}
    return tuple(rows[code] for code in codes if code in rows)


def place(kind: str, code: str) -> Place:
    """NotFound when no entry of the kind has the code."""
    found = places(kind, (code,))
    if not found:
        raise NotFound
    return found[0]


def placed_in(kind: str, province: str, *, day: date) -> tuple[Place, ...]:
    """All of a province that have a position; facilities under contract on ``day`` only."""
    rows = _rows(kind).filter(province_code=province).exclude(latitude=None).exclude(longitude=None)
    if kind == "facility":
        rows = rows.filter(Q(contract_until=None) | Q(contract_until__gte=day), contract_since__lte=day)
    return tuple(sorted(map(_place, rows.values()), key=lambda one: (sort_key(one.name_vi), one.code)))


def provinces(day: date) -> tuple[Region, ...]:
    """Those of ``day`` in the order of the Vietnamese alphabet."""
    rows = Province.objects.filter(_standing(day)).values_list("code", "name_vi")
    return _in_order(Region(code, name) for code, name in rows)


def province_centres(day: date) -> tuple[Region, ...]:
    """The same with the middle of their wards; a province without one is left out."""
    names = {province.code: province.name for province in provinces(day)}
    middles = (
        Ward.objects.filter(_standing(day))
        .values("province_code")
        .annotate(latitude=Avg("latitude"), longitude=Avg("longitude"))
        .exclude(latitude=None)
        .values_list("province_code", "latitude", "longitude")
    )
    return _in_order(
        Region(code, names[code], round(north, 4), round(east, 4))
        for code, north, east in middles
        if code in names
    )


def wards(province: str, *, day: date) -> tuple[Region, ...]:
    """Those of a province on ``day`` in the order of the Vietnamese alphabet."""
    rows = Ward.objects.filter(_standing(day), province_code=province).values_list("code", "name_vi")
    return _in_order(Region(code, name) for code, name in rows)


def region_names(province: str, ward: str) -> tuple[str, str]:
    """The latest names of these codes; empty for one nobody knows."""
    return _latest_name(Province.objects.filter(code=province)), _latest_name(Ward.objects.filter(code=ward))


def _latest_name(rows: QuerySet[Any]) -> str:
    return rows.order_by("-since").values_list("name_vi", flat=True).first() or ""


def _in_order(regions: Any) -> tuple[Region, ...]:
    return tuple(sorted(regions, key=lambda region: (sort_key(_bare(region.name)), region.code)))


def _bare(name: str) -> str:
    """``Tỉnh Lào Cai`` stands under L, as everybody looks for it."""
    for kind in ("Thành phố ", "Tỉnh ", "Phường ", "Xã ", "Đặc khu "):
        if name.startswith(kind):
            return name.removeprefix(kind)
    return name


def _standing(day: date) -> Q:
    return Q(since__lte=day) & (Q(until=None) | Q(until__gte=day))


def _rows(kind: str) -> QuerySet[Any]:
    return _MODELS[kind]._default_manager.all()


def _place(row: dict[str, Any]) -> Place:
    values = {_RENAMED.get(name, name): value for name, value in row.items()}
    values["sick_leave"] = bool(values.get("sick_leave"))
    return Place(**{name: value for name, value in values.items() if name in _KNOWN})
