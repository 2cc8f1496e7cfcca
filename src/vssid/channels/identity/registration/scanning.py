"""Reads the QR of a citizen card or a health card in a picture, to fill the form. It proves nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vssid.apps.directory.selectors.places import Region, provinces, wards
from vssid.domain.card import legacy_text
from vssid.domain.identifiers import chip_card
from vssid.domain.values.problem import Problem, marked
from vssid.kit.folding import fold
from vssid.kit.qr_picture import NotAPicture, read_codes

_KINDS = ("thanh pho", "tinh", "phuong", "xa", "dac khu", "tp", "p", "x", "tt")


class NoCardInPicture(Problem):
    code = "no_card_in_picture"
    sentence = marked(
        "No card was found in the picture. Take the QR code from close by, flat and in good light, or type "
        "the number."
    )


def read_card(picture: bytes, *, today: date) -> dict[str, str]:
    """The answers a card gives; NoCardInPicture."""
    try:
        texts = read_codes(picture)
    except NotAPicture as unreadable:
        raise NoCardInPicture(field="picture") from unreadable
    for text in texts:
        found = _chip(text, today) or _health(text, today)
        if found:
            return found
    raise NoCardInPicture(field="picture")


def _chip(text: str, today: date) -> dict[str, str]:
    try:
        card = chip_card.parse(text)
    except Problem:
        return {}
    return {
        "number": card.national_id,
        "full_name": card.full_name,
        "born_on": card.birth_date.isoformat(),
        "scanned": "chip",
        **_placed(card.address, today),
    }


def _health(text: str, today: date) -> dict[str, str]:
    try:
        card = legacy_text.parse(text)
    except Problem:
        return {}
    return {
        "number": card.insurance_number,
        "full_name": card.full_name,
        "born_on": str(card.birth_date),
        "scanned": "health",
        **_placed(card.address, today),
    }


def _placed(address: str, today: date) -> dict[str, str]:
    """Province and ward where their names of today stand in the address; the rest is house and street."""
    parts = [part.strip() for part in address.split(",") if part.strip()]
    if not parts:
        return {}
    province = _named(parts[-1], provinces(today))
    if not province:
        return {"street": address[:200]}
    rest = parts[:-1]
    known = wards(province, day=today)
    found = [(place, _named(part, known)) for place, part in enumerate(rest)]
    ward, last = next(((code, place) for place, code in found if code), ("", len(rest)))
    return {"province": province, "ward": ward, "street": ", ".join(rest[:last])[:200]}


def _named(part: str, regions: Sequence[Region]) -> str:
    wanted = _bare(part)
    return next((region.code for region in regions if _bare(region.name) == wanted), "")


def _bare(name: str) -> str:
    folded = fold(name)
    for kind in _KINDS:
        if folded.startswith(f"{kind} "):
            return folded.removeprefix(f"{kind} ")
    return folded
