"""``accounts``: what people registered with the agency before. Never a password: the first sign-in is by the
national e-ID, or by a new password over a contact the agency had confirmed."""

from __future__ import annotations

import polars as pl

from vssid.apps.accounts.imports.disputes import refuse_disputed
from vssid.apps.accounts.models import ImportedAccount
from vssid.apps.accounts.services.count_imported_accounts import count_imported, forget_counted
from vssid.apps.accounts.services.settle_imported_accounts import settle_imported
from vssid.apps.directory.imports.references import OFFICES
from vssid.apps.directory.imports.shared_columns import OFFICE_CODE
from vssid.apps.intake.checks import RowCheck, in_order
from vssid.apps.intake.columns import Column, Persons
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import LedgerTable
from vssid.apps.intake.readings import Code, Day, Words
from vssid.apps.people.imports.people import USUAL_EMAIL
from vssid.apps.people.imports.person_column import any_number, person_column
from vssid.apps.people.services.find_persons import find_persons
from vssid.domain.identifiers import email, phone


def _confirmed(contact: str) -> RowCheck:
    return RowCheck(
        "confirmed_without_contact",
        f"{contact}_confirmed_on",
        pl.col(f"{contact}_confirmed_on").is_not_null() & pl.col(contact).is_null(),
        f"This says that {contact} was confirmed, and {contact} is empty. Add it, or leave this empty.",
    )


_HELD_BY_ONESELF = RowCheck(
    "guardian_is_oneself",
    "guardian_person_id",
    pl.col("guardian_person_id") == pl.col("person_id"),
    "Both numbers belong to the same person. Enter the parent’s or guardian’s number, or leave this empty.",
)

KIND = Kind(
    name="accounts",
    columns=(
        person_column(),
        Column("status", Words(("active", "stopped", "pending")), required=True),
        Column("registered_on", Day()),
        Column("approved_on", Day()),
        Column("approved_by_office", OFFICE_CODE, refers_to=OFFICES),
        Column("channel", Words(("web", "app", "counter", "employer", "school", "guardian", "vneid"))),
        Column("phone", Code(phone.parse, phone.MOBILE_PATTERN), sealed=True),
        Column("phone_confirmed_on", Day()),
        Column("email", Code(email.parse, USUAL_EMAIL), sealed=True),
        Column("email_confirmed_on", Day()),
        Column(
            "guardian_insurance_number",
            Code(any_number, r"[0-9]{10}|[0-9]{12}|[0-9]{9}"),
            stored_as="guardian_person_id",
            refers_to=Persons(find_persons),
        ),
        Column("language", Words(("vi", "en", "zh-hans", "ko", "ja"))),
        Column("last_used_on", Day()),
    ),
    key=("insurance_number",),
    posting=LedgerTable(
        ImportedAccount,
        judges=(refuse_disputed,),
        follow=settle_imported,
        claim=count_imported,
        release=forget_counted,
    ),
    checks=(
        in_order("registered_on", "approved_on"),
        in_order("registered_on", "last_used_on"),
        _confirmed("phone"),
        _confirmed("email"),
        _HELD_BY_ONESELF,
    ),
)
