"""How long what is kept, in the reader's language: one line of the schedule a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vssid.apps.retention.schedule import Ground, Line, Then, schedule
from vssid.kit import formats
from vssid.ui.elements import Row

_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class KeptGroup:
    title: str
    rows: tuple[Row, ...]


def kept_by_group(titles: dict[str, str]) -> tuple[KeptGroup, ...]:
    """``titles``: of the groups, in the order they are told."""
    what = _what()
    return tuple(
        KeptGroup(title, tuple(_row(line, what) for line in schedule() if line.group == group))
        for group, title in titles.items()
    )


def _row(line: Line, what: dict[str, str]) -> Row:
    return Row(what[line.code], f"{_how_long(line)} · {_why(line)}")


def _how_long(line: Line) -> str:
    if line.lasts is None:
        return {
            Then.KEEP: _("Kept for good"),
            Then.ACCOUNT: _("As long as the account"),
            Then.OVER: _("Until it is done with"),
        }[line.then]
    if line.ends and not line.lasts:
        return _("Until its last day, then erased")
    time = {"time": _time(line.lasts)}
    if not line.lasts:
        return _("Erased at once")
    if line.then is Then.FORGET:
        return _("%(time)s, then the contents are erased") % time
    return (_("%(time)s after its end, then erased") if line.ends else _("%(time)s, then erased")) % time


def _time(lasts: timedelta) -> str:
    if lasts >= _YEAR and not lasts % _YEAR:
        years = lasts // _YEAR
        return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
    return ngettext("%(count)s day", "%(count)s days", lasts.days) % {"count": formats.integer(lasts.days)}


def _why(line: Line) -> str:
    return {
        Ground.LAW: _("the law on social insurance"),
        Ground.PROOF: _("proof for complaints and inspection"),
        Ground.SECURITY: _("against misuse"),
        Ground.NEED: _("needed only until then"),
    }[line.ground]


def _what() -> dict[str, str]:
    """The code of a line -> what people call it, and what its time counts from."""
    return {
        "record": _("Name, numbers, address, family"),
        "record_before": _("What a file of the agency changed in them"),
        "cards": _("Health insurance cards"),
        "contributions": _("Contribution periods"),
        "benefits": _("Benefits"),
        "payout_accounts": _("Accounts for payment, earlier ones too"),
        "visits": _("Clinic visits, their costs, sick-leave papers"),
        "estimates": _("Estimates you kept"),
        "papers": _("List of the papers made, for checking them"),
        "account": _("Account, contacts, ways to sign in"),
        "contacts_before": _("Earlier telephone numbers and e-mail addresses, from their end"),
        "contact_changes": _("New telephone numbers and e-mail addresses nobody confirmed"),
        "holds": _("Pauses after changes, from their end"),
        "devices": _("Devices, from the last sign-in"),
        "sessions": _("Open sign-ins"),
        "delegations": _("Authorisations"),
        "resets": _("Attempts to set a new password"),
        "reset_callers": _("Telephone numbers that asked for a new password"),
        "codes": _("One-time codes"),
        "tries": _("Counts of wrong tries"),
        "notices": _("Notices, each with the last day of its kind, and where they were sent"),
        "digests": _("Where daily summaries were sent"),
        "notice_choices": _("Choices of notices, browsers that receive them"),
        "addressed_messages": _("Messages to people without an account, until sent"),
        "photos_of_drafts": _("Photos of an application nobody sent"),
        "photos_withdrawn": _("Photos of an application taken back"),
        "photos": _("Photos of an application, from the decision"),
        "drafts": _("Applications nobody sent"),
        "withdrawn": _("Applications taken back"),
        "refused": _("Refused applications, from the decision"),
        "approved": _("Approved applications, from the decision"),
        "child_photos": _("Photos of papers about a child to be added, from the decision"),
        "children_refused": _("Refused requests to add a child, from the decision"),
        "children_added": _("Approved requests to add a child, from the decision"),
        "contacts_proved": _("Codes of an application"),
        "lists_unfinished": _("An employer's or school's list that was not worked through"),
        "list_rejects": _("Refused lines of an employer's or school's list"),
        "counter_addresses": _("New contact given at the counter"),
        "counter_visits": _("Visits to the counter"),
        "eids": _("e-IDs that fitted nobody, from the decision"),
        "cases": _("Reports and requests: what, when, how decided"),
        "case_words": _("What was written in requests, from the decision"),
        "report_words": _("What was written in reports, from the day of the answer"),
        "emergencies": _("Records opened in an emergency"),
        "browsing_alarms": _("Looks of officers that a supervisor asked about"),
        "staff_changes": _("Who asked for a role among the staff, and who decided"),
        "emergency_words": _("What the officer wrote on it"),
        "chats": _("Chats with the assistant"),
        "chats_kept": _("Chats that are kept by choice"),
        "calls_callers": _("Telephone numbers that called the hotline"),
        "calls": _("Calls to the hotline: when, how they ended"),
        "ring_backs": _("Calls with a code"),
        "hand_overs": _("Calls and chats given to an officer"),
        "call_backs_phones": _("Telephone numbers to be called back"),
        "call_backs": _("Calls back"),
        "visitors": _("Questions of visitors who did not sign in"),
        "log": _("Who looked at the data"),
        "consents": _("What was agreed to, from its end"),
        "closed_accounts": _("That an account was closed"),
        "restrictions": _("Uses that were limited, from their end"),
        "editors": _("Changes to published texts"),
    }
