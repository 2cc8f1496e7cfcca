"""How this installation is known to VNeID, and what it accepts from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


class ClientAuth(StrEnum):
    """How we show VNeID that we are we. Chosen by the operator, never guessed from what is offered."""

    PRIVATE_KEY = "private_key_jwt"
    SECRET = "client_secret_basic"  # noqa: S105 - the name of a method


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """``issuer``: exactly as it signs. ``key_path`` (PEM of our private key) or ``secret``, as
    ``client_auth`` says. ``acrs``: levels accepted, the one to ask for first. ``hosts``: further hosts of its
    endpoints.

    ``number_claim``: the claim that carries the citizen number.
    """

    issuer: str
    client_id: str
    client_auth: ClientAuth
    acrs: tuple[str, ...]
    secret: str = field(default="", repr=False)
    key_path: str = ""
    max_age: timedelta = timedelta(minutes=5)
    algorithms: tuple[str, ...] = ("RS256", "ES256", "PS256")
    scopes: tuple[str, ...] = ("openid", "profile")
    number_claim: str = "national_id"
    hosts: frozenset[str] = frozenset()

    @property
    def origins(self) -> tuple[str, ...]:
        """Where a browser is sent to: what a form's answer may lead to."""
        here = urlsplit(self.issuer)
        return (f"{here.scheme}://{here.netloc}", *(f"https://{host}" for host in sorted(self.hosts)))

    def may_call(self, address: object) -> bool:
        """Whether ``address`` is one of VNeID's own: its discovery cannot send us elsewhere."""
        if not isinstance(address, str):
            return False
        here, there = urlsplit(self.issuer), urlsplit(address)
        if there.username or there.password or there.fragment:
            return False
        if (there.scheme, there.netloc) == (here.scheme, here.netloc):
            return True
        return there.scheme == "https" and there.netloc in self.hosts


def relying_party(values: Mapping[str, Any]) -> RelyingParty | None:
    """As the ``VSSID_VNEID_*`` variables say; None without an issuer: then nobody is offered VNeID."""
    if not values["VSSID_VNEID_ISSUER"]:
        return None
    return RelyingParty(
        issuer=values["VSSID_VNEID_ISSUER"],
        client_id=values["VSSID_VNEID_CLIENT_ID"],
        client_auth=ClientAuth(values["VSSID_VNEID_CLIENT_AUTH"] or ClientAuth.PRIVATE_KEY),
        acrs=tuple(values["VSSID_VNEID_ACR"]),
        secret=values["VSSID_VNEID_CLIENT_SECRET"],
        key_path=values["VSSID_VNEID_CLIENT_KEY"],
        max_age=timedelta(seconds=values["VSSID_VNEID_MAX_AGE"]),
        algorithms=tuple(values["VSSID_VNEID_ALGORITHMS"]),
        scopes=tuple(values["VSSID_VNEID_SCOPES"]),
        number_claim=values["VSSID_VNEID_NUMBER_CLAIM"],
        hosts=frozenset(values["VSSID_VNEID_HOSTS"]),
    )


def unsafe(values: Mapping[str, Any]) -> dict[str, bool]:
    """What must not be so outside a demonstration: words for the operator, and whether it is."""
    issuer = urlsplit(values["VSSID_VNEID_ISSUER"])
    given = bool(values["VSSID_VNEID_ISSUER"])
    method = values["VSSID_VNEID_CLIENT_AUTH"]
    shown = {
        ClientAuth.PRIVATE_KEY: values["VSSID_VNEID_CLIENT_KEY"],
        ClientAuth.SECRET: values["VSSID_VNEID_CLIENT_SECRET"],
    }
    return {
        "VSSID_VNEID_ISSUER is a sandbox on this machine": issuer.hostname in _THIS_MACHINE,
        "VSSID_VNEID_ISSUER does not begin with https": given and issuer.scheme != "https",
        "VSSID_VNEID_CLIENT_ID is not set": given and not values["VSSID_VNEID_CLIENT_ID"],
        "VSSID_VNEID_CLIENT_AUTH is not private_key_jwt or client_secret_basic": given
        and method not in set(ClientAuth),
        "the key or secret that VSSID_VNEID_CLIENT_AUTH needs is not set": given
        and method in shown
        and not shown[ClientAuth(method)],
        "VSSID_VNEID_ACR is not set": given and not values["VSSID_VNEID_ACR"],
    }
