"""Who steals the database alone reads no number, contact, account or diagnosis in it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import polars as pl
import pytest

from tests.environment.demonstration import Demonstration
from tests.environment.push_service import PushBrowser
from tests.environment.visitor import Visitor
from tests.security.walker import solved_on

SEALED = {
    "people": ["insurance_number", "national_id", "passport_number", "phone", "email", "address"],
    "cards": ["card_number", "replaced_by"],
    "benefits": ["account_masked"],
    "visits": ["icd10", "diagnosis"],
}
AT_LEAST = 1_000
_SHORTEST = 5
"""Characters; a shorter value (``I10``) stands by chance in the letters of a seal."""


TYPED = {
    "report": "mot dieu chi Lan biet 2791",
    "look-up": "Khong Ai Biet Ten Nay",
    "push": "https://fcm.googleapis.com/fcm/send/thiet-bi-cua-lan-2791",
}
"""What a person says to the product that comes from no file."""


@pytest.fixture(scope="module")
def typed(demonstration: Demonstration) -> None:
    """Lan reports something and switches push on; somebody asks for a number without signing in."""
    lan, anybody = (Visitor(demonstration.address, "en") for _ in range(2))
    lan.sign_in(demonstration.logins["lan"])
    lan.get("/me/report/?about=card")
    assert TYPED["report"] in lan.post("/me/report/?about=card", words=TYPED["report"]).html
    subscription = PushBrowser(TYPED["push"]).subscription()
    assert lan.post("/me/settings/notices/push/", subscription=subscription).status == 200
    page = anybody.get("/lookup/number/").html
    asked = {"province": "01", "full_name": TYPED["look-up"], "born_on": "5/9/1990"}
    assert anybody.post("/lookup/number/", **asked, **solved_on(page)).status == 200


@pytest.fixture(scope="module")
def dump(demonstration: Demonstration, typed: None) -> bytes:
    """All the bytes of the demonstration's database, write-ahead log included."""
    if not demonstration.database:
        return b"".join(path.read_bytes() for path in sorted(demonstration.home.glob("vssid.sqlite3*")))
    if not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not on this machine")
    return subprocess.run(["pg_dump", demonstration.database], check=True, capture_output=True).stdout


def test_no_sealed_value_is_in_it(demonstration: Demonstration, dump: bytes) -> None:
    known = {
        f"{kind}.{column}": _values(demonstration.home / "files", kind, column)
        for kind, columns in SEALED.items()
        for column in columns
    }
    assert sum(map(len, known.values())) >= AT_LEAST
    assert [place for place, values in known.items() if not values] == []
    found = {place: [value for value in values if value.encode() in dump] for place, values in known.items()}
    assert {place: values for place, values in found.items() if values} == {}


def test_nothing_that_was_typed_is_in_it(dump: bytes) -> None:
    assert [what for what, said in TYPED.items() if said.encode() in dump] == []


def test_what_is_not_sealed_is_in_it(demonstration: Demonstration, dump: bytes) -> None:
    """The control: this search does find what is there."""
    names = _values(demonstration.home / "files", "people", "full_name")
    assert len(names) > 100
    assert [name for name in names if name.encode() not in dump] == []


def _values(files: Path, kind: str, column: str) -> set[str]:
    delivered = pl.read_parquet(sorted(files.glob(f"{kind}-*.parquet")), columns=[column])
    values = delivered[column].drop_nulls().unique()
    return {value for value in values if len(value) >= _SHORTEST}
