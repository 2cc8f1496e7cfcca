"""``--what-touches-a-database``: leaves out tests that never ask one, for the second database of the run;
``--list-them FILE`` has the first run name the files with such tests, so that the second reads no others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_FIXTURES = {"db", "transactional_db", "django_db_setup", "demonstration"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--what-touches-a-database", action="store_true", help="leave out what never asks one")
    parser.addoption("--list-them", type=Path, help="where to write the files with tests that ask a database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    listed: Path | None = config.getoption("--list-them")
    if listed and os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0":
        files = dict.fromkeys(item.nodeid.split("::")[0] for item in items if _touches_a_database(item))
        listed.write_text("\n".join(files))
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
