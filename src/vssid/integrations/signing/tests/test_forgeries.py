"""What somebody does to pass a file of their own for a paper of ours. None of it may read as sealed."""

from __future__ import annotations

import io
import json
import re
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest
from joserfc.util import urlsafe_b64decode
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper
from pyhanko.sign.signers.functions import sign_pdf
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from vssid.apps.documents.seals import SealState
from vssid.integrations.signing.demo_authority import make_authority
from vssid.integrations.signing.folder import SealFolder
from vssid.integrations.signing.keys import plain_key
from vssid.integrations.signing.office import SigningOffice
from vssid.integrations.signing.sealer import FIELD
from vssid.integrations.signing.stamps import DemoStamper

CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.fixture
def other(tmp_path: Path, now: datetime) -> SealFolder:
    """Somebody else's authority, under our names to the letter."""
    make_authority(tmp_path / "other", now=now)
    return SealFolder(tmp_path / "other")


def test_our_certificate_beside_anothers_key(
    office: SigningOffice, page: bytes, now: datetime, other: SealFolder
) -> None:
    ours = SealFolder(office.path)
    store = SimpleCertificateStore.from_certs([ours.seal, *ours.chain])
    key = plain_key((other.path / "seal.key").read_bytes())
    signer = SimpleSigner(signing_cert=ours.seal, signing_key=key, cert_registry=store)
    forged = _signed(page, signer, FIELD)
    assert office.examine(forged, at=now).state is not SealState.SEALED
    stamped = PdfTimeStamper(DemoStamper(other)).timestamp_pdf(
        IncrementalPdfFileWriter(io.BytesIO(forged)), "sha256"
    )
    assert office.examine(stamped.getvalue(), at=now).state is not SealState.SEALED


def test_anothers_signature_or_stamp_on_top_of_our_seal(
    office: SigningOffice,
    sealed: bytes,
    now: datetime,
    other: SealFolder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # the library would not sign what our seal forbids to change; a forger has no such scruple
    monkeypatch.setattr(PdfSigner, "_enforce_certification_constraints", lambda signer, reader: None)
    store = SimpleCertificateStore.from_certs(other.chain)
    key = plain_key((other.path / "seal.key").read_bytes())
    signer = SimpleSigner(signing_cert=other.seal, signing_key=key, cert_registry=store)
    for field in ("Seal2", "Approval"):
        assert office.examine(_signed(sealed, signer, field), at=now).state is not SealState.SEALED
    stamped = PdfTimeStamper(DemoStamper(other)).timestamp_pdf(
        IncrementalPdfFileWriter(io.BytesIO(sealed)), "sha256"
    )
    assert office.examine(stamped.getvalue(), at=now).state is not SealState.SEALED


def _signed(pdf: bytes, signer: SimpleSigner, field: str) -> bytes:
    out = sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)),
        PdfSignatureMetadata(field_name=field, md_algorithm="sha256"),
        signer,
        new_field_spec=SigFieldSpec(field),
    )
    return bytes(out.getvalue())


# --- shadows: the sealed bytes stay, an update after them changes what is seen ------------------------------


def _other_contents(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT (600 months) Tj ET"))
    writer.update_container(page)


def _covered(writer: IncrementalPdfFileWriter) -> None:
    """An annotation over the page: a white box with other figures."""
    drawn = StreamObject(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): _box(),
        },
        stream_data=b"1 g 0 0 500 500 re f",
    )
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Annots"].append(
        writer.add_object(
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Annot"),
                    NameObject("/Subtype"): NameObject("/Stamp"),
                    NameObject("/Rect"): _box(),
                    NameObject("/AP"): DictionaryObject({NameObject("/N"): writer.add_object(drawn)}),
                }
            )
        )
    )
    writer.update_container(page["/Annots"])


def _seal_made_visible(writer: IncrementalPdfFileWriter) -> None:
    """The field of the seal itself gets a picture as large as the page."""
    field = writer.root["/AcroForm"]["/Fields"][0]
    drawn = StreamObject(
        {NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): _box()},
        stream_data=b"1 g 0 0 500 500 re f",
    )
    field["/Rect"], field["/F"] = _box(), NumberObject(4)
    field["/AP"] = DictionaryObject({NameObject("/N"): writer.add_object(drawn)})
    writer.update_container(field)


def _layer_hidden(writer: IncrementalPdfFileWriter) -> None:
    layer = writer.add_object(DictionaryObject({NameObject("/Type"): NameObject("/OCG")}))
    off = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    writer.root["/OCProperties"] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): off}
    )
    writer.update_root()


def _script_at_opening(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/OpenAction"] = DictionaryObject({NameObject("/S"): NameObject("/JavaScript")})
    writer.update_root()


def _another_page(writer: IncrementalPdfFileWriter) -> None:
    """The catalogue leads to a page of theirs."""
    own = DictionaryObject(writer.root["/Pages"]["/Kids"][0])
    own["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT (600 months) Tj ET"))
    kids, name = ArrayObject([writer.add_object(own)]), NameObject
    writer.root["/Pages"] = writer.add_object(
        DictionaryObject(
            {name("/Type"): name("/Pages"), name("/Kids"): kids, name("/Count"): NumberObject(1)}
        )
    )
    writer.update_root()


def _seal_forgotten(writer: IncrementalPdfFileWriter) -> None:
    form = writer.root["/AcroForm"]
    form["/Fields"] = ArrayObject()
    writer.update_container(form)


def _permission_widened(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Perms"] = DictionaryObject()
    writer.update_root()


def _box() -> ArrayObject:
    return ArrayObject(map(NumberObject, (0, 0, 500, 500)))


@pytest.mark.parametrize(
    "change",
    [
        _other_contents,
        _covered,
        _seal_made_visible,
        _layer_hidden,
        _script_at_opening,
        _another_page,
        _seal_forgotten,
        _permission_widened,
    ],
)
def test_an_update_after_the_seal(
    office: SigningOffice,
    sealed: bytes,
    now: datetime,
    other: SealFolder,
    change: Callable[[IncrementalPdfFileWriter], None],
) -> None:
    """Plain, and again under a time-stamp that covers the whole file."""
    writer, out = IncrementalPdfFileWriter(io.BytesIO(sealed)), io.BytesIO()
    change(writer)
    writer.write(out)
    assert out.getvalue().startswith(sealed)
    assert office.examine(out.getvalue(), at=now).state is not SealState.SEALED
    for authority in (other, SealFolder(office.path)):
        stamped = PdfTimeStamper(DemoStamper(authority)).timestamp_pdf(
            IncrementalPdfFileWriter(io.BytesIO(out.getvalue())), "sha256"
        )
        assert office.examine(stamped.getvalue(), at=now).state is not SealState.SEALED


# --- other bodies for our signature, and files that are two things at once ----------------------------------


def _zip_of(sealed: bytes, page: bytes) -> bytes:
    out = io.BytesIO(sealed)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("paper.txt", "600 months")
    return out.getvalue()


def _carried(sealed: bytes, page: bytes) -> bytes:
    """Our paper as an attachment of theirs."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(page)) as pdf:
        pdf.attachments["paper.pdf"] = sealed
        pdf.save(out)
    return out.getvalue()


def _locked(sealed: bytes, page: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sealed)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="", R=6))
    return out.getvalue()


def _unrolled(sealed: bytes, page: bytes) -> bytes:
    """The same objects, written anew without a word changed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sealed)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, normalize_content=False)
    return out.getvalue()


def _ranges(values: bytes) -> Callable[[bytes, bytes], bytes]:
    """``/ByteRange`` of both signatures says that something else was signed."""

    def with_ranges(sealed: bytes, page: bytes) -> bytes:
        return re.sub(
            rb"/ByteRange \[[^\]]*\]",
            lambda old: b"/ByteRange [" + values.ljust(len(old[0]) - 13) + b"]",
            sealed,
        )

    return with_ranges


def _emptied(sealed: bytes, page: bytes) -> bytes:
    """The signatures are zeros of the same length."""
    return re.sub(
        rb"/Contents <[0-9a-fA-F]+>", lambda old: b"/Contents <" + b"0" * (len(old[0]) - 12) + b">", sealed
    )


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda sealed, page: sealed + page, id="theirs-after-ours"),
        pytest.param(lambda sealed, page: page + sealed, id="ours-after-theirs"),
        pytest.param(lambda sealed, page: b"\n" + sealed, id="a-byte-before"),
        pytest.param(lambda sealed, page: b"<html>" + sealed, id="page-and-paper"),
        pytest.param(lambda sealed, page: b"%PDF-1.7\n" + sealed, id="two-heads"),
        pytest.param(lambda sealed, page: sealed + b"%%EOF\n", id="two-ends"),
        pytest.param(lambda sealed, page: sealed.replace(b"Paper", b"Pauer"), id="words-changed"),
        pytest.param(_zip_of, id="archive-and-paper"),
        pytest.param(_carried, id="carried"),
        pytest.param(_locked, id="locked"),
        pytest.param(_unrolled, id="written-anew"),
        pytest.param(_emptied, id="no-signature"),
        pytest.param(_ranges(b"0 0 0 0"), id="nothing-signed"),
        pytest.param(_ranges(b"0 -1 5 -1"), id="less-than-nothing"),
        pytest.param(_ranges(b"0 9 9 99999999"), id="beyond-the-end"),
        pytest.param(_ranges(b"0 9"), id="half-a-range"),
        pytest.param(_ranges(b"null"), id="no-range"),
    ],
)
def test_our_signature_in_another_body(
    office: SigningOffice, sealed: bytes, page: bytes, now: datetime, made: Callable[[bytes, bytes], bytes]
) -> None:
    forged = made(sealed, page)
    assert forged != sealed
    assert office.examine(forged, at=now).state is not SealState.SEALED


# --- signed facts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"alg": "none"},
        {"alg": "HS256"},
        {"alg": ["ES256"]},
        {"alg": None},
        {"kid": ["a"]},
        {"kid": None},
        {"typ": "JWT"},
        {"crit": 5},
        {"crit": ["b64"], "b64": False},
        {"jwk": {"kty": "oct", "k": "AAAA"}},
        {"x5u": "https://evil.example/"},
    ],
    ids=str,
)
def test_another_head_on_signed_facts(
    office: SigningOffice, now: datetime, change: dict[str, object]
) -> None:
    head, facts, signature = office.sign({"iat": int(now.timestamp()), "code": CODE}).split(b".")
    forged = json.dumps(json.loads(urlsafe_b64decode(head)) | change).encode()
    file = b".".join((urlsafe_b64encode(forged).rstrip(b"="), facts, signature))
    assert office.examine(file, at=now).state in {SealState.FOREIGN, SealState.BROKEN}


@pytest.mark.parametrize(
    "head", [b"[1,2,3,4]", b'"a text"', b"1234567", b"null   ", b"[" * 50_000, b'{"a":' * 50_000, b"\xff" * 9]
)
def test_a_head_that_is_none(office: SigningOffice, now: datetime, head: bytes) -> None:
    _, facts, signature = office.sign({"iat": int(now.timestamp()), "code": CODE}).split(b".")
    file = b".".join((urlsafe_b64encode(head).rstrip(b"="), facts, signature))
    assert office.examine(file, at=now).state in {SealState.FOREIGN, SealState.BROKEN}
