"""Whom a number on the command line names."""

import click

from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import Problem


def person_with(number: str, *, actor: Actor) -> int:
    """The key of the person who ever had the number; ends the command when nobody did. Django has started."""
    from vssid.apps.people.selectors.numbers import find_person

    try:
        person_id = find_person(actor, number)
    except Problem as problem:
        raise click.ClickException(problem.sentence % problem.details) from problem
    if person_id is None:
        raise click.ClickException("nobody on record has this number")
    return person_id
