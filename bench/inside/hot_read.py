"""``PEOPLE FILE``: the statements one hot read asks; up to PEOPLE persons, their tokens in FILE.

They are drawn at random from those whose answer is full: a card and twelve spans.
The tokens last for hours, so that no round meets an ended one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import django

PATH = "/api/v1/me/summary"


def main(people: int, file: Path) -> None:
    there = _with_full_answer()
    persons = Random(1).sample(there, min(people, len(there)))
    tokens = [_token(person_id) for person_id in persons]
    file.write_text("\n".join(tokens) + "\n")
    print(json.dumps({"path": PATH, "statements": _statements(tokens[0]), "persons": persons}))


def _with_full_answer() -> list[int]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person_id FROM span WHERE position = 11 AND person_id IN (SELECT person_id FROM card)"
            " ORDER BY person_id"
        )
        return [person_id for (person_id,) in cursor.fetchall()]


def _statements(token: str) -> list[str]:
    """What one request asks the database, with the driver's marks for the person.

    The one before it has asked which sessions were ended, as one request a second does.
    """
    from django.db import connection
    from django.test import Client

    asked: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    client = Client(headers={"authorization": f"Bearer {token}"})
    client.get(PATH)
    with connection.execute_wrapper(note):
        answer = client.get(PATH)
    assert answer.status_code == 200, answer.content
    return asked


def _token(person_id: int) -> str:
    from vssid.apps.accounts.api_tokens import token_for
    from vssid.domain.values.actor import Actor, ActorKind, Assurance
    from vssid.kit import clock

    actor = Actor(
        kind=ActorKind.CITIZEN,
        id=str(person_id),
        person_id=person_id,
        assurance=Assurance.LOW,
        session="a session of a measure",
    )
    return token_for(actor, until=clock.now() + timedelta(hours=12))


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]), Path(sys.argv[2]))
