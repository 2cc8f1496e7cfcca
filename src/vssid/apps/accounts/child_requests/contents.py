"""What was typed and what the population register said: sealed under a key of the request."""

from __future__ import annotations

from vssid.apps.accounts.models import ChildRequest
from vssid.apps.accounts.ports import PopulationAnswer
from vssid.apps.accounts.registrations.answers import Answers, read_answers, written_answers
from vssid.apps.accounts.registrations.population import read_population, written_population
from vssid.kit.sealed_rows import subject_of
from vssid.kit.sealing import seal_erasable, unseal
from vssid.kit.subject_keys import erase

_TABLE = "child_request"


def seal_contents(row: ChildRequest, answers: Answers, population: PopulationAnswer) -> None:
    """Into the row, which has its number; the caller saves."""
    row.answers_sealed = _sealed(row.pk, written_answers(answers), "answers")
    row.population_sealed = _sealed(row.pk, written_population(population), "population")


def answers_of(row: ChildRequest) -> Answers:
    return read_answers(unseal(row.answers_sealed, table=_TABLE, pk=row.pk, field="answers"))


def population_of(row: ChildRequest) -> PopulationAnswer:
    return read_population(unseal(row.population_sealed, table=_TABLE, pk=row.pk, field="population"))


def erase_child_request(pk: int) -> None:
    """From older copies of the row too."""
    erase(subject_of(ChildRequest, id=pk))


def _sealed(pk: int, value: str, field: str) -> str:
    return seal_erasable(value, subject=subject_of(ChildRequest, id=pk), table=_TABLE, pk=pk, field=field)
