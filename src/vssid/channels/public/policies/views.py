"""The list of policies and one policy, today's or that of an earlier day (``?on=2025-06-30``)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vssid.apps.content.vocabulary import Kind
from vssid.channels.public.articles import article
from vssid.channels.public.policies import page
from vssid.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
@require_safe
def policies(request: HttpRequest) -> HttpResponse:
    return render(request, "public/policies/policies.html", {"tab": "help", "groups": page.groups()})


@open_to(Audience.EVERYONE)
@require_safe
def policy(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "public/article.html", page.one(article(request, Kind.POLICY, slug)))
