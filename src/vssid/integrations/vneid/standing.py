"""Whether people can sign in with VNeID at this moment, for whoever runs the installation."""

from __future__ import annotations

from dataclasses import dataclass

from vssid.integrations.vneid.configuration import ClientAuth, RelyingParty
from vssid.integrations.vneid.exchange import our_key
from vssid.integrations.vneid.faults import VneidRefused, VneidSilent
from vssid.integrations.vneid.metadata import metadata_of


@dataclass(frozen=True, slots=True)
class Standing:
    """``advice`` is empty when all is well."""

    says: str
    advice: str = ""


def standing(party: RelyingParty) -> Standing:
    """Reads our key and asks VNeID for its addresses: nothing of anybody is sent."""
    if party.client_auth is ClientAuth.PRIVATE_KEY:
        try:
            our_key(party)
        except (OSError, ValueError) as error:
            return Standing("our own key cannot be read", f"look at VSSID_VNEID_CLIENT_KEY: {error}")
    try:
        metadata_of(party)
    except VneidSilent:
        return Standing(
            f"{party.issuer} does not answer", "other ways to sign in work; see docs/guide/vneid.md"
        )
    except VneidRefused as refused:
        return Standing(
            f"{party.issuer} publishes what was not agreed: {refused.fault}",
            "compare VSSID_VNEID_ISSUER and VSSID_VNEID_HOSTS with VNeID's own papers",
        )
    return Standing(f"{party.issuer} answers; we are {party.client_id}, by {party.client_auth}")
