"""The same facts for machines: signed, and checked by anybody with the public keys."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from joserfc import jws
from joserfc.jwk import KeySet

from vssid.apps.documents.seals import Seal, SealState
from vssid.integrations.signing.demo_authority import make_authority
from vssid.integrations.signing.office import SigningOffice

CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.fixture
def signed(office: SigningOffice, now: datetime) -> bytes:
    return office.sign({"iat": int(now.timestamp()), "code": CODE, "facts": {"name": "Trần Thị Lan"}})


def test_opens_with_the_published_keys(office: SigningOffice, signed: bytes) -> None:
    keys = KeySet.import_key_set({"keys": office.public_keys()})
    found = jws.deserialize_compact(signed, keys, algorithms=["ES256"])
    assert json.loads(found.payload)["facts"] == {"name": "Trần Thị Lan"}
    assert found.headers()["kid"] == office.public_keys()[0]["kid"]


def test_publishes_no_private_part(office: SigningOffice) -> None:
    [key] = office.public_keys()
    assert (key["kty"], key["crv"], key["use"]) == ("EC", "P-256", "sig")
    assert "d" not in key
    assert len(key["x5c"]) == 3


def test_examined_like_a_paper(office: SigningOffice, signed: bytes, now: datetime) -> None:
    assert office.examine(signed + b"\n", at=now) == Seal(
        SealState.SEALED, "Seal of papers (Demonstration)", now, CODE
    )


def test_altered_facts_are_broken(office: SigningOffice, signed: bytes, now: datetime) -> None:
    head, body, signature = signed.split(b".")
    for altered in (
        b".".join((head, body[:-4] + b"AAAA", signature)),
        b".".join((head, body, signature[:40] + b"A" + signature[41:])),
        b".".join((head, body, b"A" * 86)),
    ):
        if altered != signed:
            assert office.examine(altered, at=now).state is not SealState.SEALED


def test_anothers_key_is_not_ours(office: SigningOffice, now: datetime, tmp_path: Path) -> None:
    make_authority(tmp_path / "other", now=now)
    foreign = SigningOffice(tmp_path / "other").sign({"iat": 0, "code": CODE})
    assert office.examine(foreign, at=now).state is SealState.FOREIGN
