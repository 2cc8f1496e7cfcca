"""A kept estimate written out in one language as the letter's template wants it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext, override

from vssid.apps.content.law_in_words import SpokenStep
from vssid.apps.estimates.again import Again
from vssid.apps.estimates.filing_in_words import ToldClaim, told_claims
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
    kept = again.kept
    with override(language):
        said = told_again(again)
        made = formats.day(kept.made_at.astimezone(VIETNAM).date())
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
            "claims": [_claim(one) for one in told_claims(kept.kind, kept.asked, again.answer)],
            "steps": [_step(step) for step in said.steps],
            "supposed": said.supposed,
            "dated": said.dated,
        }


def _claim(claim: ToldClaim) -> dict[str, Any]:
    return {
        "whom": claim.whom,
        "papers": list(claim.papers),
        "where": list(claim.where),
        "until": claim.until,
        "times": [time.words for time in claim.times],
        "article": claim.article,
    }


def _step(step: SpokenStep) -> dict[str, Any]:
    """``head`` and ``rows``: of a rule on several lines, as a table; the result of each line last."""
    return {
        "name": step.name,
        "result": step.result,
        "results": [list(one) for one in step.more_results],
        "lines": [*step.inputs, *_figures(step)],
        "head": list(step.head),
        "rows": [list(row) for row in step.rows],
        "article": step.article,
        "unsure": step.unsure,
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
        "claims": gettext("Papers, place and time"),
        "papers": gettext("What to bring"),
        "where": gettext("Where to"),
        "until": gettext("By when"),
        "basis": gettext("Legal basis"),
        "steps": gettext("How it is computed"),
        "unsure": gettext("A figure here has one source only"),
        "supposed": gettext("What was supposed"),
    }
