"""What the worker does for people, again and again."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.people.services.answer_questions import answer_questions
from vssid.apps.people.services.tell_majority import tell_majority
from vssid.kit import clock


@task()
def answer_visitors() -> int:
    """The number of questions of visitors dealt with."""
    return answer_questions(now=clock.now())


@task()
def tell_adults() -> int:
    """The notices of today about people who come of age."""
    return tell_majority(now=clock.now())
