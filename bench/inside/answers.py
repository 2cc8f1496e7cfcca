"""``KIND``: counts over the held-out half by language, with words alone or with meaning, and milliseconds."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from statistics import median
from typing import Any

import django


def main(kind: str) -> None:
    from vssid.apps.content.vocabulary import LANGUAGES

    print(json.dumps({language: _measured(language, kind) for language in LANGUAGES}))


def _measured(language: str, kind: str) -> dict[str, Any] | None:
    """None without the library that knows meanings."""
    from vssid.apps.assistant.answers.files import labelled
    from vssid.apps.assistant.answers.meaning import meaning
    from vssid.apps.assistant.answers.measuring import figures, ranking_of_shipped

    understood = meaning(language) if kind == "meaning" else None
    if kind == "meaning" and understood is None:
        return None
    started = time.process_time()
    ranking = ranking_of_shipped(language, understood)
    built = time.process_time() - started
    spent = [_seconds(lambda text=each.text: ranking.worths(text)) for each in labelled(language)]
    counted = asdict(figures(language, ranking, held_out=True))
    return counted | {"build_ms": built * 1000, "ask_ms": median(spent) * 1000}


def _seconds(work: Any) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1])
