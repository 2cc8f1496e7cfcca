"""The health card, the one deep-coloured object of the product: whole, as the strip of home, and absent."""

from __future__ import annotations

from vssid.kit.formats import day, grouped
from vssid.ui.card import BANDS, ICONS, USABLE, WORDS, CardFace
from vssid.ui.components.registry import register


@register.inclusion_tag("ui/components/health_card.html")
def health_card(face: CardFace) -> dict[str, object]:
    """``{% health_card face %}``: the card as it is held to the clerk (:class:`vssid.ui.card.CardFace`)."""
    return _drawn(face)


@register.inclusion_tag("ui/components/health_card_strip.html")
def health_card_strip(face: CardFace, url: str, action: str) -> dict[str, object]:
    """``{% health_card_strip face url=card_url action=_("Open the card") %}``: the card on home."""
    return _drawn(face) | {"url": url, "action": action}


@register.inclusion_tag("ui/components/no_card.html")
def no_card(title: str, text: str, action: str = "", url: str = "") -> dict[str, object]:
    """``{% no_card title=_("No health card") text=… action=… url=… %}``: where the card would be."""
    return {"title": title, "text": text, "action": action, "url": url}


def _drawn(face: CardFace) -> dict[str, object]:
    dates = {
        "since": day(face.valid_from) if face.valid_from else "",
        "until": day(face.valid_until) if face.valid_until else "",
    }
    open_ended = face.state in USABLE and not face.valid_until
    return {
        "face": face,
        "spoken_number": grouped(face.number),
        "until": dates["until"],
        "word": WORDS[face.state],
        "band": WORDS[face.state] if open_ended else BANDS[face.state] % dates,
        "icon": ICONS[face.state],
        "usable": face.state in USABLE,
    }
