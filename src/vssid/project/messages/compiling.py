"""Catalogues as the running product reads them (.mo), made when older than their source."""

from __future__ import annotations

from vssid.project.messages import catalogues


def compile_catalogues() -> list[str]:
    """Compiles what changed; returns the languages compiled."""
    changed = []
    for language in catalogues.LANGUAGES:
        source = catalogues.path_of(language)
        target = source.with_suffix(".mo")
        if not source.exists() or (target.exists() and target.stat().st_mtime >= source.stat().st_mtime):
            continue
        catalogues.read(language).save_as_mofile(str(target))
        changed.append(language)
    return changed
