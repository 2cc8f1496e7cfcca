"""Fixtures every test may use: the cast, the pinned day, the guard over statements."""

from __future__ import annotations

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
