"""What only the accounts on record show to be wrong with a line.

A contact that two lines claim is refused on both, as everything is of which the right one cannot be known: it
would open one person's account to another. The agency says whose it is; the other account comes without it.
"""

from __future__ import annotations

from datetime import date

import polars as pl

from vssid.apps.accounts.imported_contacts import COLUMNS, confirmed_contacts, opening
from vssid.apps.accounts.services.settle_imported_accounts import accounts_of, closed_here, holders_of
from vssid.apps.intake.findings import Findings
from vssid.apps.people.selectors.contacts import guardians_of
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit import clock

_ASKING = Actor(kind=ActorKind.SYSTEM, id="import")
_AT_ONCE = 5_000

_EXISTS = "This person has opened an account here already, and keeps it as it is. Leave the line out."
_CLOSED = "This person has closed the account here, and only they open another. Leave the line out."
_IN_USE = "This account has been used here since it came over: only its owner closes it. Leave it active."
_SHARED = (
    "Another account has this contact, on record or in this file, and a contact belongs to one account. Leave"
    " it with its owner and empty the others."
)
_NO_GUARDIAN = (
    "Nothing on record says that this person answers for the other as parent or guardian of somebody under"
    " 18. Import the relation first, or leave this empty for an adult."
)


def refuse_disputed(rows: pl.DataFrame, _standing: pl.DataFrame, findings: Findings) -> None:
    """Looks at the accounts, contacts and families on record."""
    accounts = accounts_of(rows["person_id"])
    _refuse_opened_here(rows, accounts, findings)
    _refuse_closed_here(rows, accounts, findings)
    _refuse_closing_used(rows, accounts, findings)
    _refuse_shared_contacts(rows, findings)
    _refuse_strangers(rows, clock.today(), findings)


def _refuse_opened_here(rows: pl.DataFrame, accounts: pl.DataFrame, findings: Findings) -> None:
    found = rows.join(accounts.filter(~pl.col("imported")), on="person_id", how="semi")
    _add(found, "status", "account_exists", _EXISTS, findings)


def _refuse_closed_here(rows: pl.DataFrame, accounts: pl.DataFrame, findings: Findings) -> None:
    without = rows.join(accounts, on="person_id", how="anti")
    found = opening(without).join(closed_here(without["person_id"]), on="person_id", how="semi")
    _add(found, "status", "account_closed", _CLOSED, findings)


def _refuse_closing_used(rows: pl.DataFrame, accounts: pl.DataFrame, findings: Findings) -> None:
    used = accounts.filter(pl.col("imported") & pl.col("used"))
    closing = rows.join(opening(rows), on="row", how="anti")
    _add(closing.join(used, on="person_id", how="semi"), "status", "account_in_use", _IN_USE, findings)


def _refuse_shared_contacts(rows: pl.DataFrame, findings: Findings) -> None:
    claimed = confirmed_contacts(rows).select("person_id", "channel", "digest")
    everybody = pl.concat([claimed.select("digest", "person_id"), holders_of(claimed["digest"])]).unique()
    disputed = claimed.filter(
        pl.col("digest").is_in(everybody.filter(pl.col("digest").is_duplicated())["digest"].implode())
    )
    for channel, name in COLUMNS.items():
        of_channel = disputed.filter(pl.col("channel") == channel.value)
        _add(rows.join(of_channel, on="person_id", how="semi"), name, "contact_of_another", _SHARED, findings)


def _refuse_strangers(rows: pl.DataFrame, today: date, findings: Findings) -> None:
    held = rows.filter(pl.col("guardian_person_id").is_not_null())
    answering = [
        (child, guardian)
        for part in held.iter_slices(_AT_ONCE)
        for child, guardians in guardians_of(_ASKING, part["person_id"].to_list(), today=today).items()
        for guardian in guardians
    ]
    families = pl.DataFrame(
        answering, schema={"person_id": pl.Int64(), "guardian_person_id": pl.Int64()}, orient="row"
    )
    strangers = held.join(families, on=["person_id", "guardian_person_id"], how="anti")
    # the number is not kept beside the person it led to
    _add(
        strangers.with_columns(guardian_insurance_number=pl.lit(None, dtype=pl.String)),
        "guardian_insurance_number",
        "guardian_not_on_record",
        _NO_GUARDIAN,
        findings,
    )


def _add(found: pl.DataFrame, column: str, code: str, message: str, findings: Findings) -> None:
    findings.add(found["row"], column, found[column], code, message)
