"""What rows of ``accounts`` files open here: an account for its owner, with the contacts that were confirmed.

A child's account that its guardian holds comes without contacts: what stands there is the guardian's. One
that was stopped, or never approved, opens nothing.
"""

from __future__ import annotations

import polars as pl

from vssid.apps.accounts.sealed_contacts import contact_digest
from vssid.apps.notifications.vocabulary import Channel

COLUMNS = {Channel.SMS: "phone", Channel.EMAIL: "email"}


def opening(rows: pl.DataFrame) -> pl.DataFrame:
    """Those of ``rows`` that open an account."""
    return rows.filter(pl.col("status") == "active")


def confirmed_contacts(rows: pl.DataFrame) -> pl.DataFrame:
    """``person_id, channel, value, since, digest`` of what the agency had confirmed, one line a contact.

    ``since``: a day, as the moment it begins in Vietnam, in UTC without zone.
    """
    own = opening(rows).filter(pl.col("guardian_person_id").is_null())
    return pl.concat(_confirmed(own, channel, name) for channel, name in COLUMNS.items())


def _confirmed(rows: pl.DataFrame, channel: Channel, name: str) -> pl.DataFrame:
    known = rows.filter(pl.col(f"{name}_confirmed_on").is_not_null() & (pl.col(name) != ""))
    digests = [contact_digest(channel, value) for value in known[name]]
    return known.select(
        "person_id",
        pl.lit(channel.value).alias("channel"),
        pl.col(name).alias("value"),
        (pl.col(f"{name}_confirmed_on").cast(pl.Datetime("us")) - pl.duration(hours=7)).alias("since"),
        pl.Series("digest", digests, dtype=pl.String),
    )
