"""One JSON line an event, with the request's id and never a personal value."""

from __future__ import annotations

import traceback
from contextvars import ContextVar
from logging import Filter, LogRecord
from typing import Any

from django.http import HttpRequest
from pythonjsonlogger.json import JsonFormatter

request_id: ContextVar[str] = ContextVar("request_id", default="")


class RequestIdOnRecord(Filter):
    """Puts the id of the request being served on each line."""

    def filter(self, record: LogRecord) -> bool:
        record.request_id = request_id.get()
        return True


class RouteForAddress(Filter):
    """The framework writes whole addresses, which carry check codes and typed numbers: the route instead."""

    def filter(self, record: LogRecord) -> bool:
        request = record.__dict__.pop("request", None)
        if isinstance(request, HttpRequest):
            route = request.resolver_match.route if request.resolver_match else ""
            record.__dict__["route"] = route
            if isinstance(record.args, tuple):
                record.args = tuple(route if arg == request.path else arg for arg in record.args)
        return True


class JsonLine(JsonFormatter):
    """A failure is told by its kind and its place in the code; its words quote what was typed or stored."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        return "".join(_told(ei[1]))


def _told(error: BaseException) -> list[str]:
    """What led to ``error`` first, then its own frames and kind."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    kind = f"{type(error).__module__}.{type(error).__qualname__}\n"
    return [*(_told(before) if before else []), *traceback.format_tb(error.__traceback__), kind]


def logging_config(level: str) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "request_id": {"()": "vssid.project.logs.RequestIdOnRecord"},
            "route": {"()": "vssid.project.logs.RouteForAddress"},
        },
        "formatters": {
            "json": {
                "()": "vssid.project.logs.JsonLine",
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
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "json",
                "filters": ["request_id", "route"],
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django.request": {"level": "ERROR"},
            "django.server": {"level": "WARNING"},
        },
    }
