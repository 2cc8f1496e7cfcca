"""The gallery's pages: a sheet of components by subject, or a sample page of the product."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vssid.ui.elements import Row
from vssid.ui.gallery import chart_samples, samples

SHEETS: dict[str, tuple[str, Callable[[HttpRequest], dict[str, object]]]] = {
    "signals": ("Signals: icons, status, notices, empty, loading", samples.signals),
    "months": ("Month cells and charts", samples.months),
    "charts": ("Charts in every state", chart_samples.charts),
    "cards": ("Health card in every state", samples.cards),
    "lists": ("Rows, answers, tasks, choices, figures", samples.lists),
    "reading": ("Texts, search, was this useful", samples.reading),
    "forms": ("Fields, errors, buttons", samples.forms),
    "states": ("States: pressed, loading, disabled with its reason, long names", samples.states),
    "shell": ("Bars, language menu, tabs, panels", samples.shell),
    "home": ("Sample page: home", samples.home),
    "card": ("Sample page: health card", samples.card_page),
    "participation": ("Sample page: participation", samples.participation),
    "question": ("Sample page: a question with errors", samples.question),
    "error": ("Sample page: an error", samples.error),
}


def index(request: HttpRequest) -> HttpResponse:
    rows = [Row(words, url=reverse("gallery:sheet", args=[name])) for name, (words, _) in SHEETS.items()]
    return render(request, "ui/gallery/index.html", {"rows": rows})


def sheet(request: HttpRequest, name: str) -> HttpResponse:
    if name not in SHEETS:
        raise Http404
    title, values = SHEETS[name]
    return render(request, f"ui/gallery/{name}.html", {"sheet": title, **values(request)})
