"""Help: the hub, the questions of a topic, one question, one guide."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.content.vocabulary import Kind
from vssid.channels.public.articles import article
from vssid.channels.public.help import page
from vssid.channels.public.topics import signs
from vssid.domain.values.problem import NotFound
from vssid.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    values = {
        "tab": "help",
        "assistant": page.assistant(),
        "guides": page.guides(),
        "topics": page.topics(),
        "more_rows": page.further(),
    }
    return render(request, "public/help/help.html", values)


@open_to(Audience.EVERYONE)
@require_safe
def topic(request: HttpRequest, topic: str) -> HttpResponse:
    if topic not in signs():
        raise NotFound
    return render(request, "public/help/topic.html", {"tab": "help", **page.of_topic(topic)})


@open_to(Audience.EVERYONE)
@require_safe
def question(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "public/article.html", page.answer(article(request, Kind.QUESTION, slug)))


@open_to(Audience.EVERYONE)
@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "public/article.html", page.answer(article(request, Kind.HELP, slug)))
