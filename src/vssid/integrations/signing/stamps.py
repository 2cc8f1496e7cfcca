"""Time-stamps (RFC 3161): of a service asked over HTTP, or of the demonstration's own authority."""

from __future__ import annotations

import secrets
from datetime import UTC

from asn1crypto import cms, tsp, x509
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.timestamps.api import TimeStamper
from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from vssid.integrations.signing.folder import SealFolder
from vssid.integrations.signing.keys import plain_key
from vssid.kit import clock

_POLICY = "2.25.329800735698586629295641978511506172918"
"""An identifier nobody else has, for a policy that promises nothing."""
_SECONDS = 5


def stamper_of(folder: SealFolder, url: str) -> TimeStamper:
    """The service at ``url``; without one the demonstration's own."""
    return RequestsHTTPTimeStamper(url, timeout=_SECONDS) if url else DemoStamper(folder)


class DemoStamper(TimeStamper):  # type: ignore[misc] # the library is untyped here
    """Stamps with the key in ``stamp.key`` and the product's clock."""

    def __init__(self, folder: SealFolder) -> None:
        super().__init__()
        [certificate] = folder.certificates("stamp.crt")
        self._signer = SimpleSigner(
            signing_cert=certificate,
            signing_key=plain_key((folder.path / "stamp.key").read_bytes()),
            cert_registry=SimpleCertificateStore.from_certs(folder.chain),
        )
        self._name = x509.GeneralName(name="directory_name", value=certificate.subject)

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        info = {
            "version": "v1",
            "policy": _POLICY,
            "message_imprint": req["message_imprint"],
            "serial_number": secrets.randbits(64),
            "gen_time": clock.now().astimezone(UTC),
            "tsa": self._name,
        }
        if req["nonce"].native is not None:
            info["nonce"] = req["nonce"]
        content = cms.EncapsulatedContentInfo(
            {
                "content_type": "tst_info",
                "content": cms.ParsableOctetString(tsp.TSTInfo(info).dump()),
            }
        )
        token = await self._signer.async_sign_general_data(content, "sha256", detached=False, use_cades=True)
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})
