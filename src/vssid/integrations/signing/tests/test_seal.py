"""The seal on a paper: what it holds, how long it lasts, and what it does not survive."""

from __future__ import annotations

import io
import random
import socket
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.dss import DocumentSecurityStore
from tests.environment.nights import NIGHT
from tests.environment.pinned_day import NOW

from vssid.apps.documents.errors import SealUnavailable
from vssid.apps.documents.seals import Mark, Seal, SealState
from vssid.integrations.signing.demo_authority import make_authority
from vssid.integrations.signing.office import SigningOffice
from vssid.kit import clock

YEARS = timedelta(days=365.25)


def _no_network(*_: object) -> None:
    raise AssertionError("somebody was called")


ALTERED = 300 if NIGHT else 24


def test_is_pades_with_long_term_data(sealed: bytes) -> None:
    reader = PdfFileReader(io.BytesIO(sealed))
    [seal] = reader.embedded_regular_signatures
    [archive] = reader.embedded_timestamp_signatures
    assert seal.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert seal.docmdp_level is MDPPerm.NO_CHANGES
    assert seal.signer_info["unsigned_attrs"][0]["type"].native == "signature_time_stamp_token"
    assert archive.sig_object["/SubFilter"] == "/ETSI.RFC3161"
    store = DocumentSecurityStore.read_dss(reader)
    assert len(list(store.load_certs())) == 4, "root, issuing authority, seal, time-stamps"
    assert len(store.crls) == 2


def test_tells_certificate_time_and_code(office: SigningOffice, sealed: bytes, now: datetime) -> None:
    assert office.examine(sealed, at=now) == Seal(
        SealState.SEALED, "Seal of papers (Demonstration)", now, "AAAABBBBCCCCDDDDEEEEFFFFGG"
    )


def test_stands_thirty_years_on_with_nothing_but_itself_and_the_root(
    folder: Path, sealed: bytes, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seal's own certificate ends after three years; network, lists and chain are gone."""
    monkeypatch.setattr(socket.socket, "connect", _no_network)
    for kept in ("seal.crt", "roots.crt"):
        (tmp_path / kept).write_bytes((folder / kept).read_bytes())
    bare = SigningOffice(tmp_path)
    with clock.pinned(now + 30 * YEARS):
        assert bare.examine(sealed, at=clock.now()).state is SealState.SEALED


def test_leaves_the_tags_as_they_were(page: bytes, sealed: bytes) -> None:
    assert sealed.startswith(page), "an incremental update: not a byte of the paper is written anew"
    with pikepdf.open(io.BytesIO(sealed)) as pdf, pikepdf.open(io.BytesIO(page)) as plain:
        with pdf.open_metadata() as facts:
            assert facts["pdfuaid:part"] == "1"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == plain.Root.Lang
        assert pdf.Root.StructTreeRoot.objgen == plain.Root.StructTreeRoot.objgen
        notes = [f"{note.TU} {list(note.Rect)}" for note in pdf.pages[0].obj.Annots.as_list()]
    assert notes == ["Seal [0, 0, 0, 0]", "Timestamp [0, 0, 0, 0]"], "named, with nothing to be seen"


def test_no_altered_file_is_sealed(office: SigningOffice, sealed: bytes, now: datetime) -> None:
    """Bits flipped anywhere, half of them within the last time-stamp, which nothing else covers."""
    chance, states = random.Random(20261122), Counter[SealState]()  # noqa: S311 - repeatable on purpose
    last = sealed.rindex(b"/Contents")
    for turn in range(ALTERED):
        altered = bytearray(sealed)
        place = chance.randrange(last, len(altered)) if turn % 2 else chance.randrange(len(altered))
        altered[place] ^= 1 << chance.randrange(8)
        states[office.examine(bytes(altered), at=now).state] += 1
    assert states[SealState.SEALED] == 0
    assert states.total() == ALTERED


def test_what_was_added_afterwards_is_seen(office: SigningOffice, sealed: bytes, now: datetime) -> None:
    assert office.examine(sealed + b"\n", at=now).state is SealState.CHANGED
    with pikepdf.open(io.BytesIO(sealed)) as pdf:
        saved = io.BytesIO()
        pdf.save(saved)
    assert office.examine(saved.getvalue(), at=now).state is not SealState.SEALED


@pytest.mark.parametrize("cut", [1, 100, 5000, 20000])
def test_a_file_cut_short_is_not_sealed(
    office: SigningOffice, sealed: bytes, now: datetime, cut: int
) -> None:
    assert office.examine(sealed[:-cut], at=now).state is not SealState.SEALED


def test_anothers_seal_is_not_ours(office: SigningOffice, page: bytes, now: datetime, tmp_path: Path) -> None:
    make_authority(tmp_path / "other", now=now)
    foreign = SigningOffice(tmp_path / "other").seal(page, at=now)
    assert office.examine(foreign, at=now) == Seal(SealState.FOREIGN)


@pytest.mark.parametrize(
    ("file", "state"),
    [
        (b"", SealState.NOT_A_PAPER),
        (b"GIF89a", SealState.NOT_A_PAPER),
        (b"%PDF-1.7 and no more", SealState.NOT_A_PAPER),
        (b"%PDF-1.7 /ByteRange [0 1 2 3]", SealState.BROKEN),
        (b"%PDF-1.7\n" + b"<<" * 20_000, SealState.NOT_A_PAPER),
    ],
)
def test_strange_bytes_are_answered(
    office: SigningOffice, file: bytes, state: SealState, now: datetime
) -> None:
    assert office.examine(file, at=now).state is state


def test_a_plain_paper_has_no_seal(office: SigningOffice, page: bytes, now: datetime) -> None:
    assert office.examine(page, at=now) == Seal(SealState.NO_SEAL)


def test_an_earlier_seal_still_counts(
    folder: Path, office: SigningOffice, sealed: bytes, now: datetime, tmp_path: Path
) -> None:
    """After a renewal the old certificate moves to earlier.crt; taken from there it is refused."""
    make_authority(tmp_path / "new", now=now)
    new = tmp_path / "new"
    roots = (new / "roots.crt").read_bytes() + (folder / "roots.crt").read_bytes()
    (new / "roots.crt").write_bytes(roots)
    assert SigningOffice(new).examine(sealed, at=now).state is SealState.FOREIGN
    (new / "earlier.crt").write_bytes((folder / "seal.crt").read_bytes())
    assert SigningOffice(new).examine(sealed, at=now).state is SealState.SEALED


def test_an_expired_seal_seals_nothing(office: SigningOffice, page: bytes, now: datetime) -> None:
    late = now + 4 * YEARS
    with clock.pinned(late), pytest.raises(SealUnavailable):
        office.seal(page, at=late)


def test_without_a_seal_there_is_no_paper(page: bytes, now: datetime, tmp_path: Path) -> None:
    empty = SigningOffice(tmp_path / "none")
    with pytest.raises(SealUnavailable):
        empty.seal(page, at=now)
    assert empty.examine(page, at=now).state is SealState.FOREIGN


def test_only_a_demonstration_makes_its_own(page: bytes, now: datetime, tmp_path: Path) -> None:
    demo = SigningOffice(tmp_path / "seals", demo=True)
    assert demo.examine(demo.seal(page, at=now), at=now).state is SealState.SEALED
    assert [file.name for file in tmp_path.iterdir()] == ["seals"]
    assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / "seals").iterdir())


def test_an_estimate_says_in_its_seal_that_it_is_none(office: SigningOffice, page: bytes) -> None:
    sealed = office.seal(page, at=NOW, mark=Mark.ESTIMATE)
    found = office.examine(sealed, at=NOW)
    assert found.state is SealState.SEALED
    assert "Estimate, not a decision" in found.certificate


def test_an_authority_made_before_there_were_estimates_is_given_their_seal(
    tmp_path: Path, page: bytes
) -> None:
    old = tmp_path / "seals"
    make_authority(old, now=NOW)
    before = (old / "seal.crt").read_bytes()
    for file in old.glob("estimate.*"):
        file.unlink()
    with clock.pinned(NOW):
        demo = SigningOffice(old, demo=True)
        sealed = demo.seal(page, at=NOW, mark=Mark.ESTIMATE)
        assert demo.examine(sealed, at=NOW).state is SealState.SEALED
    assert (old / "seal.crt").read_bytes() == before
    demo._examiner.end()
