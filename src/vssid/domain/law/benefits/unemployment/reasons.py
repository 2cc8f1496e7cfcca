"""Why an unemployment benefit ends, as numbers that rules compare."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from vssid.domain.values.problem import marked


class Reason(IntEnum):
    NEW_JOB = 1
    MILITARY_SERVICE = 2
    STUDY = 3
    COMPULSORY_SCHOOLING = 4
    MISSING = 5
    DETENTION = 6
    OWN_REQUEST = 7
    THREE_MISSES = 8
    TWO_REFUSALS = 9
    PENSION = 10
    EMIGRATION = 11
    DEATH = 12
    OFFENCE = 13
    TERM_OVER = 14
    CANCELLED = 15


REASONS: Mapping[int, str] = {
    Reason.NEW_JOB: marked("A new job"),
    Reason.MILITARY_SERVICE: marked("Military or police service"),
    Reason.STUDY: marked("Study of twelve months and more"),
    Reason.COMPULSORY_SCHOOLING: marked("Compulsory education or detoxification"),
    Reason.MISSING: marked("Declared missing by a court"),
    Reason.DETENTION: marked("Detention or prison"),
    Reason.OWN_REQUEST: marked("At one's own request"),
    Reason.THREE_MISSES: marked("Three reports missed in a row"),
    Reason.TWO_REFUSALS: marked("Two jobs refused"),
    Reason.PENSION: marked("A pension"),
    Reason.EMIGRATION: marked("Settling abroad"),
    Reason.DEATH: marked("Death"),
    Reason.OFFENCE: marked("An offence against unemployment insurance"),
    Reason.TERM_OVER: marked("All months received"),
    Reason.CANCELLED: marked("The decision was cancelled"),
}
