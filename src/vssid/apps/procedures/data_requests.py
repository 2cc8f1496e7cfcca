"""What a person may ask about their data, each a kind of case: law 91/2025/QH15."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vssid.apps.consents.selectors.own import Limited, restrictions_of
from vssid.apps.procedures.kinds.loading import kind_of
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.steps import words_of
from vssid.domain.values.problem import NotFound


class DataRequest(StrEnum):
    """The codes are folders of the catalogue."""

    CORRECTION = "data_correction"
    RESTRICTION = "data_restriction"
    QUESTION = "data_question"


@dataclass(frozen=True, slots=True)
class RequestMatter:
    """``words``: what the person wrote. ``basis``: the acts that oblige us to answer, cited. ``limited``:
    what is not used for them by now."""

    words: str
    basis: str
    limited: tuple[Limited, ...] = ()


def subject_of_request(kind: DataRequest, person_id: int, turn: int) -> str:
    """``turn``: how many of the kind the person sent before, so that two sent at once are one."""
    return f"{kind},{person_id},{turn}"


def request_matter(subject: str) -> RequestMatter:
    """For callers that have checked and logged who asks. NotFound."""
    kind = kind_of(subject.partition(",")[0])
    case = Case.objects.filter(kind=kind.code, subject=subject).first()
    if case is None:
        raise NotFound
    limits = kind.code == DataRequest.RESTRICTION and case.person_id is not None
    return RequestMatter(
        words_of(case.events.earliest("version")),
        kind.cited,
        restrictions_of(case.person_id or 0) if limits else (),
    )
