"""Two plain texts at their appointed addresses (RFC 9309, RFC 9116)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from vssid.domain.values.problem import NotFound
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

_PERSONAL = ("/me/", "/accounts/", "/api/")
_HOLDS_DAYS = 180


@open_to(Audience.EVERYONE)
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """A demonstration is not indexed at all: nobody shall find it in place of the real service."""
    closed = ("/",) if settings.DEMO else _PERSONAL
    return _plain(["User-agent: *", *(f"Disallow: {path}" for path in closed)])


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
