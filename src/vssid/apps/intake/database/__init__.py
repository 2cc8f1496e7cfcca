"""Many rows at once, on PostgreSQL and SQLite alike."""

from vssid.apps.intake.database.fetching import fetch, run
from vssid.apps.intake.database.listing import listed
from vssid.apps.intake.database.loading import load
from vssid.apps.intake.database.schema import columns_of, dtype_of, table_of

__all__ = ["columns_of", "dtype_of", "fetch", "listed", "load", "run", "table_of"]
