"""What a case is about, as answers on a list: one function for each type a kind may give."""

from __future__ import annotations

from functools import singledispatch

from django.utils.translation import gettext as _

from vssid.apps.accounts.child_requests.states import TIES
from vssid.apps.accounts.ports import PopulationState
from vssid.apps.accounts.roles import read_in_log
from vssid.apps.accounts.selectors.child_requests import ChildMatter
from vssid.apps.accounts.selectors.registrations import RegistrationMatter
from vssid.apps.accounts.selectors.unmatched_eid import EidMatter
from vssid.apps.accounts.staff_changes import StaffChangeMatter
from vssid.apps.audit.names import ACTION_SENTENCES, GROUP_NAMES, INSTITUTION_NAMES, PURPOSE_NAMES
from vssid.apps.audit.selectors.entries import Entry, Who
from vssid.apps.audit.selectors.reported import Reported
from vssid.apps.audit.selectors.reports import ReportKind
from vssid.apps.consents.purposes import TITLES
from vssid.apps.content.law_in_words import SpokenStep
from vssid.apps.directory.selectors.names import names
from vssid.apps.estimates.again import asked_again
from vssid.apps.estimates.telling import check_in_words, told_again
from vssid.apps.procedures.browsing.alarms import BrowsingMatter
from vssid.apps.procedures.browsing.rules import NAMES as RULE_NAMES
from vssid.apps.procedures.data_requests import RequestMatter
from vssid.apps.procedures.emergencies import EmergencyMatter
from vssid.apps.procedures.reports import EstimateReported
from vssid.channels.staff.cases.wording import moment
from vssid.channels.staff.members.wording import WISHES, role_name
from vssid.domain.values.months import Month
from vssid.domain.values.problem import marked
from vssid.kit.formats import day, month
from vssid.ui.elements import Item, Row, before_registered

_WHOLE_PAGE = "page"


@singledispatch
def facts_of(matter: object) -> list[Item]:
    raise TypeError(f"the console does not know {type(matter).__name__}")


@facts_of.register
def _reported(matter: Reported) -> list[Item]:
    if matter.entry is not None:
        return _entry_facts(matter.entry, matter.report.kind)
    facts = [Item(_("About"), _sentence(_(GROUP_NAMES[matter.group])))]
    if matter.thing != _WHOLE_PAGE:
        facts.append(Item(_("Which"), _thing(matter.thing)))
    return facts


@facts_of.register
def _estimate(matter: EstimateReported) -> list[Item]:
    again = asked_again(matter.estimate)
    said = told_again(again)
    return [
        Item(_("About"), _("An estimate")),
        Item(_("Which"), said.title),
        *([Item(said.label, said.value, number=True)] if said.value else []),
        *(Item(label, value, number=True) for label, value in said.more),
        Item(_("What was supposed"), said.supposed),
        Item(_("Rests on"), said.dated),
        Item(_("Asked again"), check_in_words(again)),
    ]


def steps_of(matter: object) -> tuple[SpokenStep, ...]:
    """How the law came to the figures of an estimate that was reported; nothing of other matters."""
    return told_again(asked_again(matter.estimate)).steps if isinstance(matter, EstimateReported) else ()


@facts_of.register
def _registration(matter: RegistrationMatter) -> list[Item]:
    proven = [
        _("phone") if matter.phone_proven else "",
        _("e-mail") if matter.email_proven else "",
    ]
    scanned = {"chip": _("QR code of the citizen card"), "health": _("QR code of the health card")}
    if matter.guardian:
        return [
            Item(_("Dossier"), matter.number, number=True),
            Item(_("Asked for by the parent or guardian"), matter.guardian, data=True),
            Item(_("Form filled from"), _("Our own record of the child")),
            Item(_("Population register"), _register(matter)),
        ]
    otherwise = _(_FILLED_FROM.get(matter.channel, _BY_HAND))
    return [
        Item(_("Dossier"), matter.number, number=True),
        Item(_("Proved by code"), ", ".join(part for part in proven if part)),
        Item(
            _("Form filled from"),
            scanned.get(matter.answers.scanned, otherwise),
        ),
        Item(_("Population register"), _register(matter)),
    ]


@facts_of.register
def _child(matter: ChildMatter) -> list[Item]:
    born = day(matter.asker_born) if matter.asker_born else "–"
    return [
        Item(_("Asked for by"), matter.asker, data=True),
        Item(_("Born"), born, number=True),
        Item(_("Says to be"), _(TIES[matter.tie])),
        Item(_("Answer for the child today"), ", ".join(matter.guardians) or "–", data=True),
        Item(_("Population register"), _REGISTER[matter.population.state]()),
    ]


@facts_of.register
def _emergency(matter: EmergencyMatter) -> list[Item]:
    return [
        Item(_("Officer"), matter.officer, data=True),
        Item(_("Opened"), moment(matter.opened_at), number=True),
        Item(_("Closed again"), moment(matter.until), number=True),
    ]


@facts_of.register
def _browsing(matter: BrowsingMatter) -> list[Item]:
    return [
        Item(_("Officer"), matter.officer, data=True),
        Item(_("What is odd"), _(RULE_NAMES[matter.rule])),
        Item(_("From"), moment(matter.since), number=True),
        Item(_("To"), moment(matter.until), number=True),
        Item(_("Different people"), str(matter.people), number=True),
        Item(_("Of them counted by the rule"), str(matter.concerned), number=True),
        Item(_("Looks and changes"), str(matter.all_looks), number=True),
    ]


def looks_of(matter: object) -> list[Row]:
    """Those an alarm is about; nothing of other matters."""
    if not isinstance(matter, BrowsingMatter):
        return []
    return [
        Row(
            _sentence(_(PURPOSE_NAMES[look.purpose])),
            _("Case %(case)s") % {"case": look.case} if look.case else _("Without a case"),
            lead=moment(look.at),
        )
        for look in matter.looks
    ]


@facts_of.register
def _request(matter: RequestMatter) -> list[Item]:
    limits = [
        Item(
            _(TITLES[one.purpose]),
            _("limited since %(moment)s, case %(case)s") % {"moment": moment(one.since), "case": one.case},
        )
        for one in matter.limited
    ]
    return [Item(_("Legal basis"), matter.basis, data=True), *limits]


@facts_of.register
def _staff_change(matter: StaffChangeMatter) -> list[Item]:
    known = names(offices=[matter.office, matter.office_now])
    today = [role_name(matter.role_now), known.office(matter.office_now)] if matter.role_now else []
    return [
        Item(_("Full name"), matter.name, data=True),
        Item(_("What is asked"), _(WISHES[matter.wish])),
        Item(_("Role"), role_name(matter.role)),
        Item(_("Office"), known.office(matter.office), data=True),
        Item(_("Today"), ", ".join(filter(None, today)) or _("No member of staff")),
        Item(_("Asked by"), matter.asked_by, data=True),
        Item(_("When"), moment(matter.asked_at), number=True),
    ]


@facts_of.register
def _eid(matter: EidMatter) -> list[Item]:
    return [Item(_("Why it is here"), _(_WHY_UNMATCHED[matter.why]))]


_BY_HAND = marked("typed by hand")
_FILLED_FROM = {
    "vneid": marked("VNeID, level 2"),
    "employer": marked("A list of an employer or school"),
    "school": marked("A list of an employer or school"),
}
_WHY_UNMATCHED = {
    "nobody": marked("Nobody on record has the citizen number"),
    "particulars": marked("Name or date of birth differ"),
    "several": marked("Several records have the number"),
    "other_link": marked("The account is linked with another VNeID identity"),
}


def _register(matter: RegistrationMatter) -> str:
    known = matter.ours.national_id if matter.ours else ""
    if matter.answers.by_passport and not known and matter.population.state is PopulationState.SILENT:
        return _("Not asked: no citizen number")
    return _REGISTER[matter.population.state]()


_REGISTER = {
    PopulationState.FOUND: lambda: _("Answered"),
    PopulationState.UNKNOWN: lambda: _("Does not know the number"),
    PopulationState.SILENT: lambda: _("Did not answer"),
}


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


_THINGS = {
    "payout_account": lambda: _("Payout account"),
    "reset": lambda: _("New password by code"),
}


def _thing(thing: str) -> str:
    """A month in words; anything else as the page named it."""
    if thing in _THINGS:
        return _THINGS[thing]()
    try:
        return month(Month.parse(thing))
    except ValueError:
        return thing


def _entry_facts(entry: Entry, kind: ReportKind) -> list[Item]:
    said = _("It was not me, or I was not there") if kind is ReportKind.NOT_ME else _("Something is wrong")
    facts = [
        Item(_("The person says"), said),
        Item(_("Who"), _who(entry)),
        Item(_("What"), _(ACTION_SENTENCES[entry.action]) % {"data": _(GROUP_NAMES[entry.data_group])}),
        Item(_("When"), moment(entry.at), number=True),
    ]
    if PURPOSE_NAMES[entry.purpose]:
        facts.append(Item(_("What for"), _(PURPOSE_NAMES[entry.purpose])))
    if entry.case:
        facts.append(Item(_("Case"), entry.case, number=True))
    return facts


def _who(entry: Entry) -> str:
    if entry.who is Who.SELF:
        return _("The person's own account")
    if not entry.name:
        return _(INSTITUTION_NAMES[entry.who])
    return before_registered(*read_in_log(entry.name))
