"""An OpenID provider of our own on this machine: right in everything, or bent in one named place."""

from __future__ import annotations

import hashlib
import json
import secrets
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, Key, KeySet, RSAKey

from vssid.integrations.vneid.configuration import ClientAuth, RelyingParty

CLIENT, SECRET = "vssid-tests", "a secret: with/odd+signs"
LEVEL = "urn:vneid:level:2"

Claims = dict[str, Any]
Change = Callable[[Claims], Claims]


def _unchanged(claims: Claims) -> Claims:
    return claims


@dataclass
class Bend:
    """What is done to each answer on its way out; by default nothing.

    ``sign``: makes the token itself, of the provider and the claims. ``raw``: for a path, status, headers and
    body instead of the answer. ``slow``: seconds before a path answers; ``drips``: paths that never end.
    """

    discovery: Change = _unchanged
    keys: Callable[[list[Claims]], list[Claims]] = lambda keys: keys
    claims: Change = _unchanged
    tokens: Change = _unchanged
    userinfo: Change = _unchanged
    back: Change = _unchanged
    sign: Callable[[EidProvider, Claims], str] | None = None
    raw: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    drips: frozenset[str] = frozenset()


@cache
def rsa_key(kid: str, use: str = "sig") -> RSAKey:
    """Of each name one, because making them takes long."""
    return RSAKey.generate_key(2048, {"kid": kid, "use": use})


@dataclass
class EidProvider:
    """``person``: the claims of whoever holds the telephone. ``now``: the tests' clock, which does not reach
    other threads. ``asked``: the paths that were called."""

    issuer: str
    person: Claims
    now: datetime
    bend: Bend = field(default_factory=Bend)
    key: RSAKey = field(default_factory=lambda: rsa_key("first"))
    others: list[Key] = field(default_factory=list)
    client_key: ECKey | None = None
    asked: list[str] = field(default_factory=list)
    _codes: dict[str, Claims] = field(default_factory=dict)

    def authorize(self, address: str) -> str:
        """The person confirms; where the browser is sent back to."""
        request = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert request["code_challenge_method"] == "S256"
        assert request["response_type"] == "code"
        code = secrets.token_urlsafe(16)
        self._codes[code] = request
        back = self.bend.back({"code": code, "state": request["state"], "iss": self.issuer})
        return f"{urlsplit(request['redirect_uri']).path}?{urlencode(back)}"

    def answer(self, path: str, form: Claims, authorization: str) -> Claims | None:
        if path == "/.well-known/openid-configuration":
            return self.bend.discovery(self._discovery())
        if path == "/keys":
            published = [
                self.key.as_dict(private=False),
                *(key.as_dict(private=False) for key in self.others),
            ]
            return {"keys": self.bend.keys(published)}
        if path == "/token":
            return self._tokens(form, authorization)
        if path == "/me":
            known = authorization == "Bearer access"
            return self.bend.userinfo(dict(self.person)) if known else None
        return None

    def id_claims(self, nonce: str) -> Claims:
        moment = int(self.now.timestamp())
        half = hashlib.sha256(b"access").digest()[:16]
        return {
            "iss": self.issuer,
            "sub": self.person["sub"],
            "aud": CLIENT,
            "exp": moment + 300,
            "iat": moment,
            "auth_time": moment - 5,
            "nonce": nonce,
            "acr": LEVEL,
            "at_hash": urlsafe_b64encode(half).decode().rstrip("="),
        }

    def signed(self, claims: Claims, *, key: Key | None = None, **header: Any) -> str:
        """By the first key unless told; ``header`` replaces what the header says."""
        with_key = key or self.key
        algorithm = header.get("alg", "RS256")
        full = {"alg": algorithm, "kid": with_key.kid, **header}
        return jwt.encode(
            {name: value for name, value in full.items() if value is not None},
            claims,
            with_key,
            algorithms=[algorithm],
        )

    def _discovery(self) -> Claims:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/auth",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/me",
            "authorization_response_iss_parameter_supported": True,
        }

    def _tokens(self, form: Claims, authorization: str) -> Claims | None:
        request = self._codes.pop(form.get("code", ""), None)
        if request is None or not self._is_client(form, authorization):
            return None
        verifier = hashlib.sha256(form["code_verifier"].encode()).digest()
        assert urlsafe_b64encode(verifier).decode().rstrip("=") == request["code_challenge"]
        assert form["redirect_uri"] == request["redirect_uri"]
        claims = self.bend.claims(self.id_claims(request["nonce"]))
        sign = self.bend.sign or EidProvider.signed
        answer = {"access_token": "access", "token_type": "Bearer", "expires_in": 60}
        return self.bend.tokens({**answer, "id_token": sign(self, claims)})

    def _is_client(self, form: Claims, authorization: str) -> bool:
        if self.client_key is None:
            return authorization.startswith("Basic ")
        token = jwt.decode(form["client_assertion"], KeySet([self.client_key]), algorithms=["ES256"])
        said = token.claims
        assert said["iss"] == said["sub"] == CLIENT
        assert said["aud"] == self.issuer
        assert said["exp"] - said["iat"] <= timedelta(minutes=5).total_seconds()
        return True


def party_of(provider: EidProvider, **values: Any) -> RelyingParty:
    facts: dict[str, Any] = {
        "issuer": provider.issuer,
        "client_id": CLIENT,
        "client_auth": ClientAuth.SECRET,
        "secret": SECRET,
        "acrs": (LEVEL,),
    }
    return RelyingParty(**{**facts, **values})


@contextmanager
def eid_provider(person: Claims, now: datetime) -> Iterator[EidProvider]:
    """Serves until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    provider = EidProvider(f"http://127.0.0.1:{server.server_port}", person, now)
    server.provider = provider  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer({})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        self._answer({name: values[0] for name, values in parse_qs(body).items()})

    def _answer(self, form: Claims) -> None:
        provider: EidProvider = self.server.provider  # type: ignore[attr-defined]
        path = urlsplit(self.path).path
        provider.asked.append(path)
        time.sleep(provider.bend.slow.get(path, 0))
        if path in provider.bend.drips:
            self._drip()
            return
        if path in provider.bend.raw:
            self._send(*provider.bend.raw[path])
            return
        found = provider.answer(path, form, self.headers.get("Authorization", ""))
        body = json.dumps(found if found is not None else {"error": "invalid_request"}).encode()
        self._send(200 if found is not None else 400, {"Content-Type": "application/json"}, body)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b" " * 10)
                self.wfile.flush()
                time.sleep(0.05)
        except (BrokenPipeError, ConnectionResetError):
            return

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            return

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name of the base
        return
