"""What the worker does with published texts, again and again."""

from __future__ import annotations

from django_tasks import task

from vssid.apps.content.services import tell_news as news
from vssid.kit import clock


@task()
def tell_news() -> int:
    """Goes on with the rounds of what is new; does nothing once they are done."""
    return news.tell_news(now=clock.now())
