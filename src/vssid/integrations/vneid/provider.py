"""The sign-in library's OpenID Connect provider, made strict.

The library's own sends no nonce, takes a signature on trust, ignores the level of assurance and lets the
address bar choose scope and parameters. What leaves here and what is believed is ours; state, session and
the completion of the sign-in stay the library's.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Any

from allauth.socialaccount.internal import statekit
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from vssid.apps.accounts.national_eid import PROVIDER
from vssid.apps.limits.services.try_hit import try_hit
from vssid.domain.values.problem import NotFound
from vssid.integrations.vneid.configuration import RelyingParty
from vssid.integrations.vneid.exchange import tokens_for, userinfo_of
from vssid.integrations.vneid.faults import Fault, SignInEnded, VneidDeclined, VneidRefused, VneidSilent
from vssid.integrations.vneid.id_token import Expected, believed
from vssid.integrations.vneid.identity import identity_from
from vssid.integrations.vneid.login import EidLogin
from vssid.integrations.vneid.metadata import Metadata, metadata_of
from vssid.kit import clock
from vssid.kit.way_back import own_address

_RANDOM_BYTES = 32
_NONCE_REMEMBERED = timedelta(hours=1)
_LONGEST_CODE = 2048
_DECLINED = frozenset({"access_denied", "login_required", "interaction_required", "consent_required"})
_ITS_OWN_FAULT = frozenset({"server_error", "temporarily_unavailable"})

LOGIN, CONNECT = "login", "connect"


class NationalEidProvider(OpenIDConnectProvider):
    """Configured by ``settings.VNEID`` alone: no row of a table can put another provider in its place."""

    id = PROVIDER
    name = "VNeID"
    uses_apps = False
    supports_token_authentication = False

    def __init__(self, request: HttpRequest, app: object = None) -> None:
        self.request, self.app = request, None
        if settings.VNEID is None:
            raise NotFound
        self.party: RelyingParty = settings.VNEID

    def get_login_url(self, request: HttpRequest, **parameters: str) -> str:
        address = reverse("vneid_login")
        return f"{address}?{urlencode(parameters)}" if parameters else address

    def get_callback_url(self) -> str:
        return reverse("vneid_callback")

    def redirect_from_request(self, request: HttpRequest) -> HttpResponseRedirect:
        """Of what the request says only where to go on and what the sign-in is for are taken."""
        process = request.POST.get("process")
        onward = own_address(request, request.POST.get("next", ""), otherwise="")
        return self.redirect(request, process if process == CONNECT else LOGIN, next_url=onward or None)

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, **ignored: Any
    ) -> HttpResponseRedirect:
        """Off to VNeID. Raises VneidSilent before anybody leaves."""
        metadata = metadata_of(self.party)
        verifier, nonce, state = (secrets.token_urlsafe(_RANDOM_BYTES) for _ in range(3))
        self.stash_redirect_state(request, process, next_url, state_id=state, verifier=verifier, nonce=nonce)
        parameters = {
            "response_type": "code",
            "client_id": self.party.client_id,
            "redirect_uri": self._back_to(request),
            "scope": " ".join(self.party.scopes),
            "state": state,
            "nonce": nonce,
            "code_challenge": _challenge(verifier),
            "code_challenge_method": "S256",
            "acr_values": " ".join(self.party.acrs),
            "ui_locales": get_language() or "",
            "max_age": str(int(self.party.max_age.total_seconds())),
        }
        joint = "&" if "?" in metadata.authorization_endpoint else "?"
        return HttpResponseRedirect(f"{metadata.authorization_endpoint}{joint}{urlencode(parameters)}")

    def finish(self, request: HttpRequest) -> EidLogin:
        """What the person brought back. VneidRefused, VneidSilent or VneidDeclined."""
        now = clock.now()
        state = statekit.unstash_state(
            request, provider_id=self.sub_id, state_id=request.GET.get("state", "")
        )
        if state is None:
            raise SignInEnded(Fault.STATE_UNKNOWN)
        metadata = metadata_of(self.party)
        self._check_sender(request, metadata)
        tokens = tokens_for(
            self.party,
            metadata,
            code=_code_in(request),
            verifier=state["verifier"],
            back_to=self._back_to(request),
            now=now,
        )
        claims = believed(self.party, tokens.id_token, Expected(access_token=tokens.access_token, now=now))
        use_nonce(claims["nonce"], expected=state["nonce"], now=now)
        userinfo = userinfo_of(self.party, metadata, access_token=tokens.access_token, subject=claims["sub"])
        return EidLogin(identity_from(self.party, claims, userinfo), provider=self, state=state)

    def _check_sender(self, request: HttpRequest, metadata: Metadata) -> None:
        """Against answers of one provider sent to the flow of another (RFC 9207)."""
        sender = request.GET.get("iss")
        if sender is None and metadata.says_issuer:
            raise VneidRefused(Fault.RESPONSE_ISSUER_MISSING)
        if sender is not None and sender != self.party.issuer:
            raise VneidRefused(Fault.RESPONSE_ISSUER)

    def _back_to(self, request: HttpRequest) -> str:
        return request.build_absolute_uri(self.get_callback_url())


def _code_in(request: HttpRequest) -> str:
    error = request.GET.get("error")
    if error in _DECLINED:
        raise VneidDeclined
    if error in _ITS_OWN_FAULT:
        raise VneidSilent
    code = request.GET.get("code", "")
    if error or not 0 < len(code) <= _LONGEST_CODE:
        raise VneidRefused(Fault.NO_CODE)
    return code


def use_nonce(nonce: str, *, expected: str, now: datetime) -> None:
    """Each is good once, in whichever process it arrives."""
    used = try_hit(kind="vneid_nonce", subject=nonce, limit=1, window=_NONCE_REMEMBERED, now=now, growth=1)
    if not used.allowed:
        raise VneidRefused(Fault.NONCE_USED)
    if not hmac.compare_digest(nonce.encode(), expected.encode()):
        raise VneidRefused(Fault.NONCE)


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


provider_classes = [NationalEidProvider]
