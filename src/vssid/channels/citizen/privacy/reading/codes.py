"""Codes of the tables in words. One that is not here speaks for itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.accounts.child_requests.states import TIES
from vssid.apps.accounts.registrations.states import TABLE, State
from vssid.apps.audit.names import INSTITUTION_NAMES, PURPOSE_NAMES
from vssid.apps.audit.selectors.entries import Who
from vssid.apps.audit.vocabulary import DataGroup, Purpose
from vssid.apps.benefits.regimes import name_of
from vssid.apps.consents.purposes import TITLES
from vssid.apps.consents.purposes import Purpose as Use
from vssid.apps.documents.kinds import DocumentKind
from vssid.apps.notifications.vocabulary import Topic
from vssid.apps.participation.statement_words import fund_name, sex, status
from vssid.apps.procedures.kinds.loading import catalogue
from vssid.apps.visits.routes import reason_of
from vssid.channels.citizen.access_log.wording import how
from vssid.channels.citizen.data_groups import group_name
from vssid.channels.citizen.visits.bill import cost_kind
from vssid.domain.ledger.entry import Fund, Status
from vssid.kit.formats import country
from vssid.kit.languages import LANGUAGE_NAMES, spoken


def in_words(table: str, column: str, code: str) -> str:
    """``code`` as it stands in the table; empty stays empty."""
    known = _KNOWN.get(f"{table}.{column}") or _KNOWN.get(column)
    if known is not None:
        return known(code) or code
    words = _words(get_language() or "vi")
    return words.get(f"{table}.{column}", words.get(column, {})).get(code, code)


def _said(english: str | None) -> str:
    return _(english) if english else ""


def _kind_of_case(code: str) -> str:
    return spoken(catalogue()[code].titles) if code in catalogue() else ""


def _reason_of_case(code: str) -> str:
    kinds = (kind for kind in catalogue().values() if code in kind.texts["en"].reasons)
    return next((spoken(kind.words(code)) for kind in kinds), "")


def _purpose_of_look(code: str) -> str:
    name = PURPOSE_NAMES[Purpose(code)] if code in set(Purpose) else code
    return _said(name) or _("Own use")


def _kind_of_paper(code: str) -> str:
    return _(DocumentKind(code).english) if code in set(DocumentKind) else ""


_KNOWN: dict[str, Callable[[str], str]] = {
    "nationality": country,
    "sex": sex,
    "language": lambda code: LANGUAGE_NAMES.get(code, ""),
    "fund": lambda code: fund_name(Fund(code)) if code in set(Fund) else "",
    "spell.status": lambda code: status(Status(code)) if code in set(Status) else "",
    "regime": lambda code: _said(name_of(code)),
    "route_code": lambda code: _said(reason_of(code)),
    "document.kind": _kind_of_paper,
    "procedure_case.kind": _kind_of_case,
    "registration.state": lambda code: spoken(TABLE.states[State(code)].names) if code in set(State) else "",
    "reason": _reason_of_case,
    "access_event.channel": how,
    "data_group": lambda code: group_name(DataGroup(code)) if code in set(DataGroup) else "",
    "access_event.purpose": _purpose_of_look,
    "consent.purpose": lambda code: _(TITLES[Use(code)]) if code in set(Use) else "",
    "restriction.purpose": lambda code: _(TITLES[Use(code)]) if code in set(Use) else "",
    "visit_line.kind": cost_kind,
    "topic": lambda code: _(Topic(code).english) if code in set(Topic) else "",
}


@cache
def _words(_language: str) -> dict[str, dict[str, str]]:
    """In the language that is active; asked for each value, so made once."""
    ways = {"sms": _("Text message"), "email": _("E-mail"), "push": _("Lock screen"), "inbox": _("Notices")}
    doors = {
        "web": _("Website"),
        "hotline": _("Telephone"),
        "counter": _("Counter"),
        "import": _("File of the agency"),
    }
    decided = {"approved": _("Approved"), "refused": _("Refused")}
    states = {
        "draft": _("Draft"),
        "submitted": _("Sent"),
        "claimed": _("Being worked on"),
        "waiting_person": _("Waiting for an answer"),
        "waiting_second": _("Being worked on"),
        "decided": _("Decided"),
        "withdrawn": _("Withdrawn"),
        "active": _("In use"),
        "cancelled": _("Withdrawn"),
        "pending": _("Waiting"),
        "superseded": _("Replaced"),
        "replaced": _("Replaced"),
        "stopped": _("Stopped"),
        "valid": _("Valid"),
        "issued": _("Valid"),
        "asked": _("Asked"),
        "answered": _("Answered"),
        "waiting": _("Waiting"),
        "open": _("Waiting"),
        "sent": _("Sent"),
        "dropped": _("Not sent"),
        "dead": _("Not sent"),
        **decided,
    }
    return {
        "tie": {tie.value: _(words) for tie, words in TIES.items()},
        "state": states,
        "status": states,
        "outcome": decided,
        "channel": ways,
        "registration.channel": doors,
        "door": doors,
        "proved_how": {
            "code": _("By a code"),
            "counter": _("At the counter"),
            "import": _("File of the agency"),
        },
        "ended_how": {
            "replaced": _("Replaced"),
            "removed": _("Removed"),
            "stopped": _("Stopped"),
            "by_person": _("Stopped by you"),
            "not_me": _("Reported as not mine"),
            "locked": _("The account for payment was locked"),
            "holder": _("The bank names another holder"),
            "bank_silent": _("The bank did not answer"),
            "no_account": _("The account was closed"),
            "closed": _("The account was closed"),
            "withdrawn": _("Withdrawn"),
            "renewed": _("Agreed to newer words"),
        },
        "scale": {
            "state": _("Pay scale of the State"),
            "employer": _("Set by the employer"),
            "voluntary": _("Chosen freely"),
        },
        "ended_by": {"giver": _("You"), "receiver": _("The other person")},
        "relation": {
            "child": _("Child"),
            "parent": _("Parent"),
            "spouse": _("Spouse"),
            "sibling": _("Sibling"),
            "ward": _("Ward"),
            "cared_for": _("In care"),
        },
        "certificate.kind": {
            "sick_leave": _("Sick-leave certificate"),
            "discharge": _("Discharge paper"),
            "pregnancy_rest": _("Certificate of rest during pregnancy"),
            "birth": _("Birth certificate of the facility"),
            "summary": _("Summary of the medical record"),
        },
        "account_hold.kind": {
            "after_reset": _("After a new password by code"),
            "after_contact_change": _("After a change of contact"),
            "after_password_change": _("After a change of password"),
            "wrong_codes": _("After wrong codes"),
            "not_me": _("Reported as not mine"),
            "untold": _("After a change nobody could be told of"),
        },
        "report.kind": {"not_me": _("This was not me"), "wrong": _("Report a mistake")},
        "type": {"webauthn": _("Passkey"), "totp": _("App for codes"), "recovery_codes": _("Recovery codes")},
        "provider": {"vneid": "VNeID"},
        "turn.by": {"person": _("You"), "assistant": _("Assistant"), "officer": _("The office")},
        "reset_attempt.step": {
            "request": _("Code asked for"),
            "ring": _("Code told by telephone"),
            "redeem": _("Code typed"),
            "not_me": _("Reported as not mine"),
        },
        "decision": {
            "sent": _("Code sent"),
            "no_contact": _("No contact on file"),
            "mismatch": _("Refused"),
            "closed": _("Refused"),
            "no_caller": _("Refused"),
            "degraded": _("Refused"),
            "caller_shut": _("Refused"),
            "caller_many": _("Too many tries"),
            "too_many": _("Too many tries"),
            "wrong": _("Wrong code"),
            "done": _("Done"),
            "frozen": _("Account closed to changes"),
        },
        "act": {
            "submit": _("Sent"),
            "ask": _("The office asked"),
            "answer": _("You answered"),
            "decide": _("The office answered"),
            "confirm": _("The office answered"),
            "withdraw": _("Withdrawn"),
        },
        "party": {"person": _("You"), "officer": _("The office"), "rule": _("A rule")},
        "paper": {
            "citizen_card": _("Citizen card with chip"),
            "passport": _("Passport"),
            "vneid_app": _("VNeID, opened by the visitor"),
        },
        "counter_visit.purpose": {
            "password": _("A new password"),
            "passkey": _("Confirm a passkey"),
            "factors": _("Passkeys or app are lost"),
            "payout": _("Payout account closed after a new contact"),
        },
        "action": {
            "read": _("Looked at"),
            "change": _("Changed"),
            "issue": _("Issued"),
            "sign_in": _("Signed in"),
        },
        "actor_kind": {
            "citizen": _("A person"),
            "officer": _(INSTITUTION_NAMES[Who.AGENCY]),
            "system": _("The system"),
            "clinic": _(INSTITUTION_NAMES[Who.CLINICS]),
            "employer": _(INSTITUTION_NAMES[Who.EMPLOYERS]),
        },
        "theme": {"auto": _("As the device"), "light": _("Light"), "dark": _("Dark")},
        "role": {"citizen": _("Citizen")},
    }
