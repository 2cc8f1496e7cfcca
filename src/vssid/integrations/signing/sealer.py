"""Seals a paper: PAdES B-LTA.

Signature, its time-stamp, every certificate and revocation list needed to judge it, and a time-stamp over all
of it. The signature certifies the paper and allows no change; what pyHanko adds is an incremental update, so
the tags of PDF/UA stay as typst wrote them.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.functions import async_sign_pdf
from pyhanko.sign.signers.pdf_signer import (
    DSSContentSettings,
    PdfSignatureMetadata,
    TimestampDSSContentSettings,
)
from pyhanko_certvalidator import ValidationContext

from vssid.integrations.signing import definite_lengths
from vssid.integrations.signing.folder import SealFolder
from vssid.integrations.signing.keys import SealKey
from vssid.integrations.signing.stamps import stamper_of

definite_lengths.install()

FIELD = "Seal"
_UNSEEN = SigFieldSpec(
    FIELD, readable_field_name="Seal", invis_sig_settings=InvisSigSettings(set_hidden_flag=True)
)
"""Nothing is drawn: what a reader sees of a seal proves nothing, and PDF/UA would want it tagged."""
_LONG_TERM_DATA = DSSContentSettings(
    include_vri=False,
    next_ts_settings=TimestampDSSContentSettings(include_vri=False, update_before_ts=True),
)
"""All of it before the last time-stamp, so that this covers the file to its last byte."""


@dataclass(frozen=True)
class Sealer:
    """``stamps``: address of the time-stamp service; empty in demonstrations."""

    folder: SealFolder
    key: SealKey
    stamps: str = ""

    def seal(self, pdf: bytes, *, at: datetime) -> bytes:
        """See :class:`vssid.apps.documents.ports.Sealer`."""
        return asyncio.run(self._seal(pdf, at))

    async def _seal(self, pdf: bytes, at: datetime) -> bytes:
        meta = PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
            embed_validation_info=True,
            use_pades_lta=True,
            dss_settings=_LONG_TERM_DATA,
            validation_context=self._context(at),
        )
        out = BytesIO()
        with self.key.opened(self.folder) as signer:
            await async_sign_pdf(
                IncrementalPdfFileWriter(BytesIO(pdf)),
                meta,
                signer,
                timestamper=stamper_of(self.folder, self.stamps),
                new_field_spec=_UNSEEN,
                output=out,
            )
        return out.getvalue()

    def _context(self, at: datetime) -> ValidationContext:
        """The seal is checked before it is set: an expired or revoked one seals nothing."""
        return ValidationContext(
            trust_roots=self.folder.roots,
            other_certs=self.folder.chain,
            crls=self.folder.revocations,
            allow_fetching=False,
            revocation_mode="require",
            moment=at,
        )
