"""The same key twice in one file."""

from __future__ import annotations

import polars as pl

from vssid.apps.intake.findings import Findings
from vssid.apps.intake.kinds import Layout


def drop_repeats(rows: pl.DataFrame, kind: Layout, findings: Findings) -> tuple[pl.DataFrame, int]:
    """Rows alike in everything count once; rows with one key and other values are all refused.

    Which of those is right cannot be known. Returns the rows that are left and how many said nothing new.
    """
    key = list(kind.stored_key)
    if not rows.select(key).is_duplicated().any():
        return rows, 0
    values = [name for name in rows.columns if name != "row"]
    once = rows.unique(values, keep="first", maintain_order=True)
    repeated = rows.height - once.height
    clash = once.select(key).is_duplicated()
    clashing = rows.join(once.filter(clash).select(key).unique(), on=key, how="semi", nulls_equal=True)
    findings.add(
        clashing["row"],
        ", ".join(kind.key),
        pl.Series([None] * clashing.height, dtype=pl.String),
        "duplicate_key",
        "Several lines of this file have this key and different values. Keep the one that is right.",
    )
    return once.filter(~clash), repeated - (clashing.height - int(clash.sum()))
