"""Ways to a place and ways to tell others of it, without anything of a third party on the page."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from vssid.apps.directory.selectors.places import Place

_MAPS = "https://www.google.com/maps/dir/?"


def map_app_link(place: Place) -> str:
    """A ``geo:`` address, which the phone's own map app opens; empty without a position."""
    if place.latitude is None or place.longitude is None:
        return ""
    spot = f"{place.latitude:.5f},{place.longitude:.5f}"
    return f"geo:{spot}?q={spot}({quote(place.name_vi)})"


def directions_link(place: Place) -> str:
    """An address that shows the way when it is followed, by position or else by name; never loaded before."""
    if place.latitude is None or place.longitude is None:
        target = f"{place.name_vi}, {place.address}" if place.address else ""
    else:
        target = f"{place.latitude:.5f},{place.longitude:.5f}"
    return _MAPS + urlencode({"api": 1, "destination": target}) if target else ""
