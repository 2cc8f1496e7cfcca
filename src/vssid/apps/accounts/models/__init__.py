"""Accounts, the devices they are known on, and what staff show beside the password."""

from vssid.apps.accounts.models.account import Account
from vssid.apps.accounts.models.adoption_event import AdoptionEvent
from vssid.apps.accounts.models.bulk_file import BulkFile
from vssid.apps.accounts.models.child_request import ChildRequest, ChildRequestPhoto
from vssid.apps.accounts.models.closed_account import ClosedAccount
from vssid.apps.accounts.models.contact import Contact
from vssid.apps.accounts.models.contact_change import ContactChange
from vssid.apps.accounts.models.counter_visit import CounterVisit
from vssid.apps.accounts.models.delegation import Delegation
from vssid.apps.accounts.models.ended_session import EndedSession
from vssid.apps.accounts.models.hold import Hold
from vssid.apps.accounts.models.imported_account import ImportedAccount
from vssid.apps.accounts.models.known_device import KnownDevice
from vssid.apps.accounts.models.one_time_code import OneTimeCode
from vssid.apps.accounts.models.registration import Registration, RegistrationCode, RegistrationPhoto
from vssid.apps.accounts.models.reset_attempt import ResetAttempt, ResetCaller
from vssid.apps.accounts.models.staff import Activation, RecoveryCode, SecondFactor
from vssid.apps.accounts.models.staff_change import StaffChange
from vssid.apps.accounts.models.unmatched_eid import UnmatchedEid

__all__ = [
    "Account",
    "Activation",
    "AdoptionEvent",
    "ChildRequest",
    "ChildRequestPhoto",
    "ClosedAccount",
    "BulkFile",
    "Contact",
    "ContactChange",
    "CounterVisit",
    "Delegation",
    "EndedSession",
    "Hold",
    "ImportedAccount",
    "KnownDevice",
    "OneTimeCode",
    "RecoveryCode",
    "Registration",
    "RegistrationCode",
    "RegistrationPhoto",
    "ResetAttempt",
    "ResetCaller",
    "SecondFactor",
    "StaffChange",
    "UnmatchedEid",
]
