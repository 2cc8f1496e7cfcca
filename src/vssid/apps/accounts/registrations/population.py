"""What the population register said when a registration was sent, sealed beside it."""

from __future__ import annotations

from dataclasses import asdict

import orjson

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.ports import SILENCE, PopulationAnswer, PopulationState
from vssid.apps.accounts.registrations.answers import TABLE, Answers, seal_for
from vssid.kit.folding import fold
from vssid.kit.sealing import unseal

_FIELD = "population"


def seal_population(answer: PopulationAnswer, row: Registration) -> str:
    return seal_for(row.pk, written_population(answer), field=_FIELD)


def open_population(row: Registration) -> PopulationAnswer:
    return read_population(unseal(row.population_sealed, table=TABLE, pk=row.pk, field=_FIELD))


def written_population(answer: PopulationAnswer) -> str:
    """As it is sealed; :func:`read_population` reads it."""
    return orjson.dumps(asdict(answer)).decode()


def read_population(text: str) -> PopulationAnswer:
    """SILENCE of an empty text."""
    if not text:
        return SILENCE
    values = orjson.loads(text)
    return PopulationAnswer(**{**values, "state": PopulationState(values["state"])})


def speaks_against(answer: PopulationAnswer, answers: Answers) -> bool:
    """A register that is silent does not."""
    return answer.state is not PopulationState.SILENT and not register_agrees(answer, answers)


def register_agrees(answer: PopulationAnswer, answers: Answers) -> bool:
    """Marks and capitals aside. A register that is silent agrees with nobody."""
    if answer.state is PopulationState.SILENT:
        return False
    return fold(answer.full_name) == fold(answers.full_name) and answer.born_on == answers.born_on
