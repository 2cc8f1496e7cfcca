"""Fixtures every test may use: the cast, the pinned day, the guard over statements."""

from __future__ import annotations

import os

# each core has its own process of tests, and their tables are small: to hand one from thread to thread costs
# more than the work on it
os.environ.setdefault("POLARS_MAX_THREADS", "1")

pytest_plugins = [
    "tests.environment.statement_guard",
    "tests.environment.pinned_day",
    "tests.environment.demonstration",
    "tests.environment.browser",
    "tests.environment.vneid",
    "tests.environment.one_database",
    "tests.environment.property_counts",
    "tests.cast.people",
]
