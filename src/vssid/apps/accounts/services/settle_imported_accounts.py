"""Accounts that came over by file: opened, changed and taken back as the files now say.

An account that its owner has used here is the owner's: files change nothing of it, and open none that its
owner closed.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from functools import partial

import polars as pl
from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models, transaction

from vssid.apps.accounts.adoption import Source
from vssid.apps.accounts.errors import ImportedAccountsInUse
from vssid.apps.accounts.imported_contacts import confirmed_contacts, opening
from vssid.apps.accounts.models import Account, ClosedAccount, Contact
from vssid.apps.accounts.sealed_contacts import erase_contacts, sealed_values
from vssid.apps.intake.database import dtype_of, fetch, listed, load, table_of
from vssid.kit import clock

_ACCOUNTS, _CONTACTS, _CLOSED = table_of(Account), table_of(Contact), table_of(ClosedAccount)
_AT_ONCE = 5_000
_USED = f"(a.active_month IS NOT NULL OR substr(a.password, 1, 1) <> '{UNUSABLE_PASSWORD_PREFIX}')"
"""A sign-in by e-ID counts the month; a password was chosen over a contact."""


def settle_imported(persons: pl.Series, standing: pl.DataFrame) -> None:
    """Of these ``persons``, who has an account, and the contacts of those who have not used theirs.

    Raises ImportedAccountsInUse when one that was used would go. Belongs into the transaction of the posting.
    """
    open_now = opening(standing).join(closed_here(persons), on="person_id", how="anti")
    contacts = confirmed_contacts(open_now)
    wanted = _as_marked(open_now.select("person_id", _language()), contacts)
    found = accounts_of(persons).filter("imported")
    _refuse_used(found.join(wanted, on="person_id", how="anti"))
    idle = found.filter(~pl.col("used"))
    marked = _as_marked(idle.select("person_id", "language"), _imported_contacts(idle["person_id"]))
    stale = marked.join(wanted, on=["person_id", "language", "contacts"], how="anti")
    _take_away(idle.join(stale, on="person_id", how="semi")["id"])
    kept = found.join(stale, on="person_id", how="anti")
    missing = wanted.join(kept, on="person_id", how="anti")
    _open(missing, contacts.join(missing, on="person_id", how="semi"))


def accounts_of(persons: pl.Series) -> pl.DataFrame:
    """``id, person_id, language, imported, used`` of those of ``persons`` who have an account."""
    with listed(persons) as wanted:
        return fetch(
            f"SELECT a.id, a.person_id, a.language, a.imported, {_USED}"  # noqa: S608
            f" FROM {_ACCOUNTS} a JOIN {wanted} w ON w.value = a.person_id",
            {
                "id": pl.Int64(),
                "person_id": pl.Int64(),
                "language": pl.String(),
                "imported": pl.Boolean(),
                "used": pl.Boolean(),
            },
        )


def closed_here(persons: pl.Series) -> pl.DataFrame:
    """``person_id`` of those of ``persons`` who closed their account."""
    with listed(persons) as wanted:
        return fetch(
            f"SELECT c.person_id FROM {_CLOSED} c JOIN {wanted} w ON w.value = c.person_id",  # noqa: S608
            {"person_id": pl.Int64()},
        )


def holders_of(digests: pl.Series) -> pl.DataFrame:
    """``digest, person_id``: whose the contacts are that stand."""
    with listed(digests) as wanted:
        return fetch(
            f"SELECT c.digest, a.person_id FROM {_CONTACTS} c JOIN {wanted} w ON w.value = c.digest"  # noqa: S608
            f" JOIN {_ACCOUNTS} a ON a.id = c.account_id WHERE c.until IS NULL",
            {"digest": pl.String(), "person_id": pl.Int64()},
        )


def _language() -> pl.Expr:
    return pl.col("language").replace("", settings.LANGUAGE_CODE)


def _imported_contacts(persons: pl.Series) -> pl.DataFrame:
    with listed(persons) as wanted:
        return fetch(
            f"SELECT a.person_id, c.digest, c.since FROM {_CONTACTS} c"  # noqa: S608
            f" JOIN {_ACCOUNTS} a ON a.id = c.account_id JOIN {wanted} w ON w.value = a.person_id"
            " WHERE c.until IS NULL",
            {"person_id": pl.Int64(), "digest": pl.String(), "since": pl.Datetime("us")},
        )


def _as_marked(accounts: pl.DataFrame, contacts: pl.DataFrame) -> pl.DataFrame:
    """``person_id, language`` and all ``contacts`` as one text, to be compared."""
    texts = (
        contacts.select("person_id", pl.format("{} {}", "digest", "since").alias("contacts"))
        .sort("contacts")
        .group_by("person_id")
        .agg(pl.col("contacts").str.join(" "))
    )
    return accounts.join(texts, on="person_id", how="left").with_columns(pl.col("contacts").fill_null(""))


def _refuse_used(going: pl.DataFrame) -> None:
    used = going.filter("used").height
    if used:
        raise ImportedAccountsInUse(count=used)


def _take_away(ids: pl.Series) -> None:
    for first in range(0, len(ids), _AT_ONCE):
        going = ids.slice(first, _AT_ONCE).to_list()
        Account.objects.filter(pk__in=going).delete()
        transaction.on_commit(partial(erase_contacts, going))


def _open(accounts: pl.DataFrame, contacts: pl.DataFrame) -> None:
    names, no_passwords = _random(accounts.height), _random(accounts.height)
    given = {
        "person_id": pl.col("person_id"),
        "language": pl.col("language"),
        "username": pl.lit(names),
        "password": UNUSABLE_PASSWORD_PREFIX + pl.lit(no_passwords),
        "opened_at": pl.lit(clock.now()).dt.convert_time_zone("UTC").dt.replace_time_zone(None),
        "imported": pl.lit(value=True),
        "source": pl.lit(Source.IMPORT.value),
    }
    load(_ACCOUNTS, accounts.sort("person_id").select(_columns(Account, given)))
    owners = accounts_of(accounts["person_id"]).select(pl.col("id").alias("account_id"), "person_id")
    owned = contacts.join(owners, on="person_id")
    sealed = sealed_values(owned["account_id"], owned["digest"], owned["value"])
    brought = {
        "account_id": pl.col("account_id"),
        "channel": pl.col("channel"),
        "digest": pl.col("digest"),
        "value_sealed": pl.lit(pl.Series(sealed, dtype=pl.String)),
        "proved_how": pl.lit("import"),
        "since": pl.col("since"),
    }
    load(_CONTACTS, owned.select(_columns(Contact, brought)))


def _random(size: int) -> pl.Series:
    return pl.Series([secrets.token_hex(16) for _ in range(size)], dtype=pl.String)


def _columns(model: type[models.Model], given: Mapping[str, pl.Expr]) -> list[pl.Expr]:
    """Every column of ``model`` but the key, which the database numbers: as given, else as by default."""
    return [
        (
            given[str(field.column)]
            if str(field.column) in given
            else pl.lit(field.get_default(), dtype=dtype_of(field))
        ).alias(str(field.column))
        for field in model._meta.local_concrete_fields
        if not field.primary_key
    ]
