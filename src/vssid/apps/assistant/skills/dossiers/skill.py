"""The person's open cases and the one closed last: number, state, day."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.assistant.skills.skill import Facts, Look
from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.procedures.selectors.own_cases import OwnCase, own_cases
from vssid.domain.casework.states import FINAL
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day
from vssid.kit.languages import spoken

_MOST = 5


def look(look: Look) -> Facts:
    record_own_read(actor=look.actor, data_group=DataGroup.REPORTS, now=look.now)
    cases = own_cases(look.actor, now=look.now)
    shown = [case for case in cases if case.state not in FINAL][:_MOST] or cases[:1]
    lines = tuple(sentence(case) for case in shown)
    return Facts(lines or (_("Nothing was sent that is still open."),), look.now.astimezone(VIETNAM).date())


def sentence(case: OwnCase) -> str:
    """``001-2026-000002, A mistake in my data: an answer is due by 25/11/2026.``"""
    values = {"number": case.number, "title": spoken(case.kind.titles)}
    if case.question and case.answer_until:
        values["day"] = day(case.answer_until)
        return _("%(number)s, %(title)s: the office asks something. Answer by %(day)s.") % values
    if case.state in FINAL:
        values["day"] = day(case.history[-1].at.astimezone(VIETNAM).date())
        return _("%(number)s, %(title)s: finished on %(day)s.") % values
    if case.due_on:
        values["day"] = day(case.due_on)
        return _("%(number)s, %(title)s: an answer is due by %(day)s.") % values
    return _("%(number)s, %(title)s: being worked on.") % values
