"""A case is about what the person asked."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.procedures.data_requests import RequestMatter, request_matter


def matter(*, subject: str, now: datetime) -> RequestMatter:
    return request_matter(subject)


def about(*, subject: str) -> None:
    """The title of the kind says it."""
