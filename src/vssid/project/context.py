"""What every template may ask about the installation."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from vssid.project.logs import request_id


def installation(request: HttpRequest) -> dict[str, object]:
    return {"demo": settings.DEMO, "languages": settings.LANGUAGES, "request_id": request_id.get()}
