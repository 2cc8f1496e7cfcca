"""One call or chat as the page shows it: its words only to the officer who has taken it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.accounts.roles import Right, roles_that_may
from vssid.apps.assistant.selectors.desk import Waiting
from vssid.apps.assistant.selectors.transcript import Said, Transcript, transcript
from vssid.apps.assistant.vocabulary import By, ChatState, Work
from vssid.apps.content.selectors.reading import headings
from vssid.apps.content.vocabulary import Kind
from vssid.channels.staff.desk import wording
from vssid.channels.staff.desk.forms import AnswerForm, CloseForm, ResetForm
from vssid.domain.values.actor import Actor
from vssid.kit.clock import VIETNAM
from vssid.ui.elements import Item

_SPEAKERS = {By.PERSON: "person", By.OFFICER: "officer"}


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """``side``: who spoke, for its look: person, officer or assistant."""

    side: str
    who: str
    time: str
    text: str


def page(
    found: Waiting,
    actor: Actor,
    *,
    now: datetime,
    answer: AnswerForm | None = None,
    reset: ResetForm | None = None,
    close: CloseForm | None = None,
) -> dict[str, object]:
    mine = found.mine and found.state is Work.TAKEN
    told = transcript(actor, found.conversation) if mine and found.conversation else None
    return {
        "matter": found,
        "chat": bool(found.conversation),
        "title": _("Chat") if found.conversation else _("Phone call"),
        "language": wording.language(found.language),
        "facts": _facts(found, now),
        "tried": _tried(found, now),
        "waiting": found.state is Work.WAITING,
        "mine": mine,
        "done": found.state is Work.DONE,
        "taken": found.state is Work.TAKEN and not found.mine,
        "case_url": _case_url(found, actor),
        "turns": [_turn(one) for one in told.turns] if told else [],
        "gone": _ended(told),
        "answer": answer or AnswerForm(),
        "reset": reset or ResetForm(),
        "close": close or CloseForm(),
        "faulty": answer or reset or close,
    }


def _facts(found: Waiting, now: datetime) -> list[Item]:
    facts = [
        Item(_("Topic"), wording.topic(found.topic)),
        Item(_("Asked for an officer"), wording.moment(found.at), number=True),
    ]
    if found.number_masked:
        facts.append(Item(_("Number"), found.number_masked, number=True))
    if found.conversation:
        known = _("Signed in") if found.signed_in else _("A visitor, not signed in")
        facts.append(Item(_("Person"), known))
    if found.state is Work.WAITING:
        facts.append(Item(_("Waiting for"), wording.wait(now - found.at)))
    elif found.taken_at:
        facts.append(Item(_("Waited"), wording.wait(found.taken_at - found.at)))
    return facts


def _tried(found: Waiting, now: datetime) -> list[str]:
    """Sentences of what went before, in their order."""
    today, language = now.astimezone(VIETNAM).date(), get_language() or "vi"
    titles = {one.slug: one.title for one in headings(Kind.QUESTION, today=today, language=language)}
    return [told for code in found.tried if (told := wording.tried(code, titles))]


def _case_url(found: Waiting, actor: Actor) -> str:
    """Of the case it goes on as, for those who work on cases."""
    works = actor.roles & roles_that_may(Right.WORK_CASES)
    return reverse("staff:case", args=[found.procedure_case]) if found.procedure_case and works else ""


def _ended(told: Transcript | None) -> bool:
    return told is not None and told.state is ChatState.ENDED


def _turn(said: Said) -> ShownTurn:
    who = {
        By.PERSON: _("Person"),
        By.ASSISTANT: _("Assistant"),
        By.OFFICER: _("Officer"),
        By.SYSTEM: _("Notice"),
    }[said.by]
    return ShownTurn(_SPEAKERS.get(said.by, "assistant"), who, wording.time_of(said.at), said.text)
