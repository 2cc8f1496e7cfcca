"""Is the process alive, are the parts it needs ready."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from vssid.apps.audit.selectors.readiness import oldest_unsealed_seconds
from vssid.apps.intake.selectors.readiness import database_answers
from vssid.kit import clock
from vssid.kit.audience import Audience, open_to

_UNSEALED_LIMIT_SECONDS = 300


@open_to(Audience.EVERYONE)
@require_safe
def process_alive(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


@open_to(Audience.EVERYONE)
@require_safe
def parts_ready(request: HttpRequest) -> JsonResponse:
    """200 when every part answers; 503 names the parts that do not."""
    parts = {
        "database": database_answers(),
        "access_log_sealed": oldest_unsealed_seconds(now=clock.now()) <= _UNSEALED_LIMIT_SECONDS,
    }
    ready = all(parts.values())
    return JsonResponse(
        {"status": "ok" if ready else "not ready", "parts": parts}, status=200 if ready else 503
    )
