"""What stands at an appointed address: RFC 9309, the sitemap protocol, RFC 9116."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.conf import settings
from django.contrib.sitemaps.views import sitemap as drawn_sitemap
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from vssid.channels.public.notices.sitemap import PublicPages
from vssid.domain.values.problem import NotFound
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

_OPEN, _PERSONAL = ("/accounts/login/",), ("/me/", "/accounts/", "/api/")
"""People look for the page to sign in; the longer address wins (RFC 9309, 2.2.2)."""
_HOLDS_DAYS = 180


@open_to(Audience.EVERYONE)
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """A demonstration is not indexed at all: nobody shall find it in place of the real service."""
    if settings.DEMO:
        return _plain(["User-agent: *", "Disallow: /"])
    listed = request.build_absolute_uri(reverse("public:sitemap"))
    rules = [*(f"Allow: {path}" for path in _OPEN), *(f"Disallow: {path}" for path in _PERSONAL)]
    return _plain(["User-agent: *", *rules, f"Sitemap: {listed}"])


@open_to(Audience.EVERYONE)
@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    return drawn_sitemap(request, sitemaps={"public": PublicPages})


@open_to(Audience.EVERYONE)
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """NotFound until the operator names a contact: a wrong one would be worse than none."""
    if not settings.SECURITY_CONTACT:
        raise NotFound
    ends = datetime.combine(clock.today() + timedelta(days=_HOLDS_DAYS), time(), tzinfo=clock.VIETNAM)
    return _plain(
        [
            f"Contact: {settings.SECURITY_CONTACT}",
            f"Expires: {ends.isoformat()}",
            f"Preferred-Languages: {', '.join(code for code, _ in settings.LANGUAGES)}",
            f"Canonical: {request.build_absolute_uri(reverse('public:security'))}",
        ]
    )


def _plain(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
