"""Finds places and employers by what people type; the same ten, in the same order, on both databases."""

from vssid.apps.directory.selectors.search.finding import Found, Wanted, find_places

__all__ = ["Found", "Wanted", "find_places"]
