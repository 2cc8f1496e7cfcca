"""What the worker does for people, again and again."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.people.services.answer_questions import answer_questions
from vssid.kit import clock


@task()
def answer_visitors() -> int:
    """The number of questions of visitors dealt with."""
    return answer_questions(now=clock.now())
