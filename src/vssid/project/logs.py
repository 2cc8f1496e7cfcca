"""One JSON line an event, with the request's id and never a personal value."""

from __future__ import annotations

from contextvars import ContextVar
from logging import Filter, LogRecord
from typing import Any

request_id: ContextVar[str] = ContextVar("request_id", default="")


class RequestIdOnRecord(Filter):
    """Puts the id of the request being served on each line."""

    def filter(self, record: LogRecord) -> bool:
        record.request_id = request_id.get()
        return True


def logging_config(level: str) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "vssid.project.logs.RequestIdOnRecord"}},
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "format": "%(asctime)s %(levelname)s %(name)s %(message)s %(request_id)s",
                "rename_fields": {
                    "asctime": "at",
                    "levelname": "level",
                    "name": "logger",
                    "message": "event",
                },
            }
        },
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["request_id"]}
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django.request": {"level": "ERROR"},
            "django.server": {"level": "WARNING"},
        },
    }
