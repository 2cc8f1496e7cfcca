"""A case is about what the parent typed, beside what we and the population register have of the child."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.selectors.child_requests import (
    CONDITIONS,
    ChildMatter,
    certificate_of,
    child_facts,
    child_matter,
    child_of_request,
)
from vssid.apps.procedures.kinds.kind import Seen
from vssid.kit.clock import VIETNAM

__all__ = ["CONDITIONS", "about", "matter", "people", "photo", "seen"]


def matter(*, subject: str, now: datetime) -> ChildMatter:
    return child_matter(int(subject), today=now.astimezone(VIETNAM).date())


def about(*, subject: str) -> None:
    """The title of the kind says it."""


def seen(*, subject: str, now: datetime) -> Seen:
    return Seen(*child_facts(int(subject), now=now))


def people(*, subject: str) -> tuple[int, ...]:
    child = child_of_request(int(subject))
    return () if child is None else (child,)


def photo(*, subject: str, kind: str) -> bytes | None:
    return certificate_of(int(subject), kind)
