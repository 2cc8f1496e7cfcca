"""``--what-touches-a-database``: leaves out tests that never ask one, for the second database of the run."""

from __future__ import annotations

import pytest

_FIXTURES = {"db", "transactional_db", "django_db_setup", "demonstration"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--what-touches-a-database", action="store_true", help="leave out what never asks one")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--what-touches-a-database"):
        return
    asking, others = list[pytest.Item](), list[pytest.Item]()
    for item in items:
        (asking if _touches_a_database(item) else others).append(item)
    config.hook.pytest_deselected(items=others)
    items[:] = asking


def _touches_a_database(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(asked & _FIXTURES)
