"""Where the catalogue's places stand in the app; a place that is not open yet has no address."""

from __future__ import annotations

from django.urls import reverse

_ROUTES = {
    "home": "citizen:home",
    "card": "citizen:card",
    "participation": "citizen:participation",
    "statement": "citizen:statement",
    "documents": "citizen:papers",
    "book": "citizen:book",
    "benefits": "citizen:benefits",
    "visits": "citizen:visits",
    "access_log": "citizen:access_log",
    "report": "citizen:reports",
    "profile": "citizen:profile",
    "family": "citizen:family",
    "settings": "citizen:settings",
    "notice_settings": "citizen:notice_settings",
    "sessions": "citizen:devices",
    "sign_in_ways": "citizen:sign_in_ways",
    "password": "account_change_password",
    "contacts": "citizen:contacts",
    "not_me": "account_not_me",
    "vneid": "eid_link",
    "data_requests": "citizen:data_requests",
    "close_account": "citizen:closing",
    "help": "public:help",
    "policies": "public:policies",
    "lookup": "public:lookup",
    "verify": "public:verify",
}
NOT_YET = frozenset({"services", "estimates"})
"""Named by the catalogue ahead of their pages: such a notice has no button."""


def address_of(place: str) -> str:
    """Empty for a place without a page."""
    return reverse(_ROUTES[place]) if place in _ROUTES else ""
