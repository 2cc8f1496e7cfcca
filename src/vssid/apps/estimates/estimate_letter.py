"""A kept estimate written out in one language as the letter's template wants it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext, override

from vssid.apps.content.law_in_words import SpokenStep
from vssid.apps.estimates.again import Again
from vssid.apps.estimates.telling import told_again
from vssid.apps.participation.statement_letter import person_rows
from vssid.apps.participation.statement_words import on_every_paper
from vssid.apps.people.selectors.particulars import Particulars
from vssid.kit import formats
from vssid.kit.clock import VIETNAM

TEMPLATE = "estimate"
TITLE_VI = "Ước tính, không phải quyết định"


def written(again: Again, person: Particulars, *, language: str) -> dict[str, Any]:
    """Everything on it but its code."""
    with override(language):
        said = told_again(again)
        made = formats.day(again.kept.made_at.astimezone(VIETNAM).date())
        return {
            "title": gettext("Estimate, not a decision") if language != "vi" else TITLE_VI,
            "words": {**_words(), "form": "", "title_vi": TITLE_VI},
            "as_of": gettext("As of %(day)s") % {"day": made},
            "person": list(person_rows(person)),
            "question": said.title,
            "label": said.label,
            "value": said.value,
            "note": said.note,
            "more": [list(line) for line in said.more],
            "steps": [
                {
                    "name": step.name,
                    "result": step.result,
                    "lines": [*step.more_results, *step.inputs, *step.lines, *_figures(step)],
                    "article": step.article,
                }
                for step in said.steps
            ],
            "supposed": said.supposed,
            "dated": said.dated,
        }


def _figures(step: SpokenStep) -> list[str]:
    return [f"{one.words} ({one.source})" for one in step.figures]


def _words() -> dict[str, object]:
    return {
        **on_every_paper(),
        "binding": gettext(
            "This paper decides nothing and gives no right. Only a decision of the agency does."
        ),
        "figures_head": [gettext("Which figure"), gettext("Result")],
        "steps": gettext("How it is computed"),
        "supposed": gettext("What was supposed"),
    }
