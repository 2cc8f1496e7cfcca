"""Files made to exhaust whoever reads them end the fork that reads them, and nothing else."""

from __future__ import annotations

import struct
import zlib
from datetime import datetime

import pytest

from vssid.apps.documents.seals import SealState
from vssid.integrations.signing import examining
from vssid.integrations.signing.checker import Checker
from vssid.integrations.signing.folder import SealFolder
from vssid.integrations.signing.office import SigningOffice


def _pdf(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    )


def _field_twice_in_each(depth: int) -> bytes:
    """A form of ``2 ** depth`` fields in a few hundred bytes."""
    fields = (b"<< /T (f) /Kids [%d 0 R %d 0 R] >>" % (at, at) for at in range(3, depth + 3))
    root = b"<< /Type /Catalog /AcroForm << /Fields [2 0 R] >> >>"
    return _pdf(root, *fields, b"<< /T (f) /FT /Tx >>")


def _table_unpacked(size: int) -> bytes:
    """A cross-reference stream of ``size`` zeros that arrives as a thousandth of it.

    One packed mebibyte stands again and again: packing all of it would take longer than every test here.
    """
    packing = zlib.compressobj(9)
    first, again = (packing.compress(bytes(1 << 20)) + packing.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    end = b"\x03\x00" + struct.pack(">HH", size % 65521, 1)
    packed = first + again * ((size >> 20) - 1) + end
    head = b"<< /Type /XRef /Size 9 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length %d >>" % len(packed)
    return (
        b"%PDF-1.7\n1 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    )


@pytest.mark.parametrize("file", [_field_twice_in_each(40), _table_unpacked(1 << 31)], ids=["time", "memory"])
def test_an_exhausting_file_is_given_up(
    file: bytes, office: SigningOffice, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examining, "_SECONDS", 1)
    checker = Checker(SealFolder(office.path))
    assert b'"not_a_paper"' in examining._apart(checker, file, now)


def test_an_examiner_that_was_killed_comes_back(office: SigningOffice, sealed: bytes, now: datetime) -> None:
    assert office.examine(sealed, at=now).state is SealState.SEALED
    process = office._examiner._process
    assert process is not None
    process.kill()
    process.wait()
    assert office.examine(sealed, at=now).state is SealState.SEALED
