"""One case as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from vssid.apps.procedures.kinds.kind import Kind
from vssid.apps.procedures.selectors.case_sheet import CaseSheet
from vssid.apps.procedures.selectors.history import Step
from vssid.channels.staff.cases.comparison import candidates_of, lines_of
from vssid.channels.staff.cases.forms import ask_form, decide_form, send_back_form
from vssid.channels.staff.cases.matter import facts_of, looks_of, steps_of
from vssid.channels.staff.cases.photos import photos_of
from vssid.channels.staff.cases.reading import READINGS
from vssid.channels.staff.cases.wording import ACTS, STATES, deadline, moment, outcome_words
from vssid.domain.casework.states import FINAL, Outcome, State
from vssid.domain.casework.transitions import Act, Party
from vssid.kit.formats import day
from vssid.kit.languages import spoken

_DECIDING = frozenset({Act.DECIDE, Act.PROPOSE})


@dataclass(frozen=True, slots=True)
class ShownStep:
    at: str
    what: str
    who: str
    outcome: str
    reason: str
    words: str


def page(sheet: CaseSheet, *, reader: str) -> dict[str, object]:
    """The context of the template. ``reader``: the pseudonym of the officer who looks."""
    kind, words = STATES[sheet.state]
    deciding = bool(sheet.acts & _DECIDING)
    return {
        "sheet": sheet,
        "title": spoken(sheet.kind.titles),
        "received": moment(sheet.opened_at),
        "status_kind": kind,
        "status": _(words),
        "deadline": deadline(sheet.kind, sheet.pace, sheet.left, sheet.due_at),
        "closed": sheet.state in FINAL,
        "reading": READINGS[sheet.kind.read_by],
        "days": sheet.kind.term.days,
        "until": day(sheet.answer_until) if sheet.answer_until else "",
        "matter": sheet.matter,
        "facts": facts_of(sheet.matter),
        "looks": looks_of(sheet.matter),
        "law_steps": steps_of(sheet.matter),
        "lines": lines_of(sheet.matter),
        "candidates": candidates_of(sheet.matter),
        "photos": photos_of(sheet.matter),
        "matter_template": f"staff/cases/matter/{sheet.kind.code}.html",
        "history": [_step(step, reader, sheet.kind) for step in reversed(sheet.history)],
        "may": {act.value: act in sheet.acts for act in Act},
        "deciding": deciding,
        "approve": decide_form(sheet, Outcome.APPROVED) if deciding else None,
        "refuse": decide_form(sheet, Outcome.REFUSED) if deciding else None,
        "approve_title": outcome_words(sheet.kind, Outcome.APPROVED),
        "refuse_title": outcome_words(sheet.kind, Outcome.REFUSED),
        "ask": ask_form(sheet) if Act.ASK in sheet.acts else None,
        "back": send_back_form() if Act.SEND_BACK in sheet.acts else None,
        "proposed": _proposed(sheet, reader),
        "why_closed": _why_closed(sheet),
    }


def _proposed(sheet: CaseSheet, reader: str) -> ShownStep | None:
    if sheet.state is not State.WAITING_SECOND:
        return None
    return next(
        (_step(one, reader, sheet.kind) for one in reversed(sheet.history) if one.act is Act.PROPOSE), None
    )


def _why_closed(sheet: CaseSheet) -> tuple[str, str]:
    """Why there is nothing to press, and the way on; empty when there is something."""
    if sheet.acts - {Act.RELEASE}:
        return "", ""
    if not sheet.own_office:
        return _("A case of another office"), _(
            "It can be read here, not worked on. The person sees the look."
        )
    match sheet.state:
        case State.CLAIMED:
            return _("A colleague is working on it"), _("Only they can go on, or give it back to the queue.")
        case State.WAITING_PERSON:
            return _("The person was asked"), _("The clock is stopped. The case comes back with the answer.")
        case State.WAITING_SECOND:
            return _("A second officer confirms it"), _("Whoever proposed a decision does not confirm it.")
        case _:
            return _("This case is decided"), _("Nothing more can be done here.")


def _by_officer(step: Step) -> bool:
    return step.act is Act.SUBMIT and step.party is Party.OFFICER


def _what(step: Step) -> str:
    if step.act is Act.SUBMIT and step.party is Party.RULE:
        return _("Found by a rule")
    return _("Opened by an officer") if _by_officer(step) else _(ACTS[step.act])


def _step(step: Step, reader: str, kind: Kind) -> ShownStep:
    return ShownStep(
        at=moment(step.at),
        what=_what(step),
        who=_who(step, reader),
        outcome=outcome_words(kind, step.outcome) if step.outcome else "",
        reason=spoken(step.reason),
        words=step.words,
    )


def _who(step: Step, reader: str) -> str:
    if step.party is Party.RULE:
        code, _dot, since = step.actor_ref.partition(".")
        return _("The rule %(code)s of %(day)s") % {"code": code, "day": day(date.fromisoformat(since))}
    if not step.actor_ref:
        return _("The person")
    return _("I") if step.actor_ref == reader else _("A colleague")
