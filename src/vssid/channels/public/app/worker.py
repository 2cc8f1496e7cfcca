"""The service worker's script, with what it keeps and the version that follows from it.

The version is a digest of the script, of every file kept and of every offline page: whatever of these
changes makes a new version, and nothing else does. Nobody keeps a list of addresses or counts versions.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from vssid.channels.public.app import shell
from vssid.domain.values.problem import NotFound

_SCRIPT = "service-worker.js"
_KEPT = (
    "app.css",
    "app.js",
    "be-vietnam-pro-400.woff2",
    "be-vietnam-pro-600.woff2",
    "icon-192.png",
    "icons.svg",
    "mark.svg",
    "ornament-drum.svg",
)
"""What an offline page needs to look like every other page."""


@dataclass(frozen=True, slots=True)
class Worker:
    version: str
    script: str


def current() -> Worker:
    """NotFound while the browser files are not built."""
    return _made() if settings.DEBUG else _made_once()


@lru_cache(maxsize=1)
def _made_once() -> Worker:
    return _made()


def _made() -> Worker:
    code = _content(_SCRIPT).decode()
    kept = {
        "files": [static(f"built/{name}") for name in _KEPT],
        "icon": static("built/icon-192.png"),
        "shells": {language: reverse("public:offline_in", args=[language]) for language in _languages()},
    }
    digest = hashlib.sha256(code.encode())
    digest.update(json.dumps(kept).encode())
    for name in _KEPT:
        digest.update(hashlib.sha256(_content(name)).digest())
    for language in _languages():
        digest.update(_shell(language).encode())
    version = digest.hexdigest()[:12]
    return Worker(version, f"self.vssid={json.dumps({'version': version, **kept})};\n{code}")


def _content(name: str) -> bytes:
    path = finders.find(f"built/{name}")
    if not isinstance(path, str):
        raise NotFound
    return Path(path).read_bytes()


def _shell(language: str) -> str:
    with translation.override(language):
        known = {"demo": settings.DEMO, "languages": settings.LANGUAGES, **shell.values()}
        return render_to_string(shell.TEMPLATE, known)


def _languages() -> list[str]:
    return [code for code, _ in settings.LANGUAGES]
