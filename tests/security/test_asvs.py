"""docs/asvs.csv: each requirement of the chapters on who one is and what one may has a test or a reason.

Requirements of OWASP ASVS 5.0, levels 1 and 2 whole, and those of level 3 we take up.
"""

from __future__ import annotations

import ast
import csv
from functools import cache
from pathlib import Path

LIST = Path("docs/asvs.csv")
STATES = {"met", "not applicable", "open"}
LEAST_REASON = 15

LEVELS_1_AND_2 = {
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2,
    "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3,
}  # fmt: skip
"""How many requirements of a section are of level 1 or 2: they are its first ones."""
LEVEL_3 = {"6.3.5", "6.3.7", "6.3.8", "6.4.6", "6.5.6", "6.5.8", "8.2.4", "8.3.2", "8.3.3", "8.4.2"}


def test_none_is_missing_and_none_stands_twice() -> None:
    ids = [row["id"] for row in _rows()]
    wanted = {f"{section}.{n}" for section, most in LEVELS_1_AND_2.items() for n in range(1, most + 1)}
    assert len(ids) == len(set(ids))
    assert set(ids) == wanted | LEVEL_3


def test_each_is_met_by_a_test_that_exists_or_says_why_not() -> None:
    assert [fault for row in _rows() for fault in _faults(row)] == []


def _faults(row: dict[str, str]) -> list[str]:
    tests = [name for name in row["tests"].split("; ") if name]
    found = [f"{row['id']}: no test {name}" for name in tests if not _exists(name)]
    if row["status"] not in STATES:
        found.append(f"{row['id']}: no status {row['status']!r}")
    if row["status"] == "met" and not (tests and row["where"]):
        found.append(f"{row['id']}: met, but where, and by which test?")
    if row["status"] != "met" and len(row["why"]) < LEAST_REASON:
        found.append(f"{row['id']}: why {row['status']}?")
    return found


def _exists(name: str) -> bool:
    path, _, function = name.partition("::")
    return Path(path).is_file() and function in _functions(path)


@cache
def _functions(path: str) -> set[str]:
    parsed = ast.walk(ast.parse(Path(path).read_text(encoding="utf-8")))
    return {node.name for node in parsed if isinstance(node, ast.FunctionDef)}


def _rows() -> list[dict[str, str]]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
