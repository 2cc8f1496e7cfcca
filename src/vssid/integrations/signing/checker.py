"""Examines a file: is it sealed, by us, and unchanged since. Needs no network and no clock but the caller's.

The judgement is that of ETSI EN 319 102-1 §5.6.3 (long-term): everything it rests on lies in the file itself,
but the roots. Nothing of a file that is not ours is told.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from io import BytesIO

from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESStatus
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.ades import AdESLTAValidationResult, ades_lta_validation
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, async_validate_pdf_timestamp
from pyhanko.sign.validation.policy_decl import PdfSignatureValidationSpec, SignatureValidationSpec
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

from vssid.apps.documents.codes import read_code
from vssid.apps.documents.seals import Seal, SealState
from vssid.integrations.signing.folder import SealFolder
from vssid.integrations.signing.sealer import FIELD

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Checker:
    folder: SealFolder

    def examine(self, pdf: bytes, *, at: datetime) -> Seal:
        """See :class:`vssid.apps.documents.ports.SealChecker`."""
        if not pdf.startswith(b"%PDF-"):
            return Seal(SealState.NOT_A_PAPER)
        try:
            return self._examined(PdfFileReader(BytesIO(pdf), strict=True), at)
        except Exception as error:
            # a stranger's bytes may break a parser in any way; what kind is all that may be told
            _log.info("a file could not be examined: %s", type(error).__name__)
            return unexamined(pdf)

    def _examined(self, reader: PdfFileReader, at: datetime) -> Seal:
        signatures = list(reader.embedded_regular_signatures)
        if not signatures:
            return Seal(SealState.NO_SEAL)
        ours = [
            one for one in signatures if one.field_name == FIELD and one.signer_cert.dump() in self._seals
        ]
        if len(ours) != 1:
            return Seal(SealState.FOREIGN)
        return self._judged(ours[0], at)

    def _judged(self, signature: EmbeddedPdfSignature, at: datetime) -> Seal:
        stamps = signature.reader.embedded_timestamp_signatures
        if not stamps or not _covers_all(stamps[-1]) or not _only_archived_since(signature):
            return Seal(SealState.CHANGED)
        if not _fits(stamps[-1]) or not self._holds_nothing_else(stamps[-1]):
            return Seal(SealState.BROKEN)
        result, archived = asyncio.run(self._validated(signature, at))
        if result.ades_subindic.status is not AdESStatus.PASSED or not archived:
            return Seal(SealState.BROKEN)
        return Seal(
            SealState.SEALED,
            certificate=signature.signer_cert.subject.native.get("common_name", ""),
            sealed_at=result.best_signature_time.astimezone(UTC),
            code=_code(signature.reader),
        )

    async def _validated(
        self, signature: EmbeddedPdfSignature, at: datetime
    ) -> tuple[AdESLTAValidationResult, bool]:
        """The seal by the long-term rules, and whether the time-stamp over all of it stands."""
        moment = ValidationTimingInfo(at, at, point_in_time_validation=False)
        result = await ades_lta_validation(signature, self._policy, moment)
        store = DocumentSecurityStore.read_dss(signature.reader)
        context = store.as_validation_context(
            {
                "trust_roots": self.folder.roots,
                "moment": at,
                "allow_fetching": False,
                "revocation_mode": "require",
            }
        )
        archive = signature.reader.embedded_timestamp_signatures[-1]
        stamp = await async_validate_pdf_timestamp(archive, context)
        return result, stamp.intact and stamp.valid and stamp.trusted

    def _holds_nothing_else(self, stamp: EmbeddedPdfSignature) -> bool:
        """Whether the parts of the last stamp that no signature covers are the ones they must be."""
        known = {one.dump() for one in DocumentSecurityStore.read_dss(stamp.reader).load_certs()}
        known |= {one.dump() for one in (*self.folder.chain, *self.folder.roots)}
        token, [signer] = stamp.signed_data, stamp.signed_data["signer_infos"]
        used = signer["digest_algorithm"]["algorithm"].native
        return (
            {one.chosen.dump() for one in token["certificates"]} <= known
            and [one["algorithm"].native for one in token["digest_algorithms"]] == [used]
            and (token["version"].native, signer["version"].native) == ("v3", "v1")
            and token["crls"].native is None
            and signer["unsigned_attrs"].native is None
        )

    @cached_property
    def _seals(self) -> frozenset[bytes]:
        return frozenset(seal.dump() for seal in self.folder.seals)

    @cached_property
    def _policy(self) -> PdfSignatureValidationSpec:
        return PdfSignatureValidationSpec(
            SignatureValidationSpec(
                cert_validation_policy=CertValidationPolicySpec(
                    trust_manager=SimpleTrustManager.build(self.folder.roots),
                    revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
                )
            )
        )


def unexamined(pdf: bytes) -> Seal:
    """What is said of a file that no reading comes to an end with."""
    return Seal(SealState.BROKEN if b"/ByteRange" in pdf else SealState.NOT_A_PAPER)


def _only_archived_since(signature: EmbeddedPdfSignature) -> bool:
    """Whether nothing but long-term data was added to what was sealed."""
    signature.compute_integrity_info()
    changes = signature.diff_result
    return bool(
        signature.docmdp_level is MDPPerm.NO_CHANGES
        and isinstance(changes, DiffResult)
        and changes.modification_level <= ModificationLevel.LTA_UPDATES
    )


def _covers_all(stamp: EmbeddedPdfSignature) -> bool:
    stamp.compute_integrity_info()
    return stamp.coverage is SignatureCoverageLevel.ENTIRE_FILE


def _fits(stamp: EmbeddedPdfSignature) -> bool:
    """Whether the stamp is over these bytes, and no byte beside it is free: the room left over in a signature
    is filled with zeros and written in one way alone. Quick, so that altered files cost little."""
    imprint = stamp.signed_data["encap_content_info"]["content"].parsed["message_imprint"]
    return bool(imprint["hashed_message"].native == stamp.compute_digest()) and _written_plainly(stamp)


def _written_plainly(stamp: EmbeddedPdfSignature) -> bool:
    _, start, end, _ = (int(number) for number in stamp.byte_range)
    stamp.reader.stream.seek(start)
    written = stamp.reader.stream.read(end - start)
    token = cms.ContentInfo.load(stamp.pkcs7_content).dump(force=True)
    expected = b"<" + token.hex().upper().encode().ljust(end - start - 2, b"0") + b">"
    return bool(written == expected)


def _code(reader: PdfFileReader) -> str | None:
    """The code among the keywords of a paper that was found to be ours."""
    info = reader.trailer_view["/Info"].get_object()
    return read_code(str(info.get("/Keywords", "")))
