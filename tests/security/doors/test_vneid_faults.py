"""A provider that is wrong in one place, or somebody posing as it: refused, each by its own name."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives import serialization
from django.test import Client
from joserfc import jws
from joserfc.jwk import ECKey, OctKey, RSAKey
from pytest_django import Settings

from tests.cast.identities import Member
from tests.cast.people import account_of
from tests.environment.eid_provider import CLIENT, Bend, Claims, EidProvider, eid_provider, party_of, rsa_key
from tests.security.eid_visits import claims_of, code_on, set_off, visit
from vssid.integrations.vneid import metadata
from vssid.integrations.vneid.configuration import ClientAuth
from vssid.integrations.vneid.faults import Fault
from vssid.integrations.vneid.standing import standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(lan: Member, now: datetime, settings: Settings) -> Iterator[EidProvider]:
    account_of(lan)
    metadata.forget()
    with eid_provider(claims_of(lan), now) as serving:
        settings.VNEID = party_of(serving)
        yield serving
    metadata.forget()


def without(name: str) -> Any:
    return lambda claims: {key: value for key, value in claims.items() if key != name}


def told(**values: Any) -> Any:
    return lambda claims: {**claims, **values}


def later(name: str, seconds: int) -> Any:
    return lambda claims: {**claims, name: claims["iat"] + seconds}


def _unsigned(provider: EidProvider, claims: Claims) -> str:
    parts = [{"alg": "none", "kid": "first"}, claims]
    return ".".join(urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts) + "."


def _by_public_key(provider: EidProvider, claims: Claims) -> str:
    """The attack on verifiers that take the algorithm from the token: the public key as a shared secret."""
    pem = provider.key.as_pem(private=False)
    header = {"alg": "HS256", "kid": provider.key.kid}
    return jws.serialize_compact(
        header, json.dumps(claims), OctKey.import_key(pem.replace(b"-----", b"")), algorithms=["HS256"]
    )


def _by_a_stranger(provider: EidProvider, claims: Claims) -> str:
    return provider.signed(claims, key=rsa_key("a stranger's"), kid=provider.key.kid)


def _altered(provider: EidProvider, claims: Claims) -> str:
    head, _body, signature = provider.signed(claims).split(".")
    other = urlsafe_b64encode(json.dumps({**claims, "sub": "somebody else"}).encode()).decode().rstrip("=")
    return f"{head}.{other}.{signature}"


def _by_an_unpublished_key(provider: EidProvider, claims: Claims) -> str:
    return provider.signed(claims, key=rsa_key("never seen"))


def _by_an_encryption_key(provider: EidProvider, claims: Claims) -> str:
    provider.others = [rsa_key("for secrets", use="enc")]
    signing = rsa_key("for secrets", use="enc").as_dict(private=True) | {"use": "sig"}
    return provider.signed(claims, key=RSAKey.import_key(signing))


_HTML = (200, {"Content-Type": "text/html"}, b"<html>maintenance</html>")
_ELSEWHERE = (302, {"Location": "http://127.0.0.1:9/token"}, b"")
_HUGE = (200, {"Content-Type": "application/json"}, b'{"x": "' + b"x" * 100_000 + b'"}')

FAULTS: dict[str, tuple[Bend, Fault]] = {
    "signed by a stranger": (Bend(sign=_by_a_stranger), Fault.SIGNATURE),
    "altered after signing": (Bend(sign=_altered), Fault.SIGNATURE),
    "alg none": (Bend(sign=_unsigned), Fault.UNSIGNED),
    "HS256 with the public key": (Bend(sign=_by_public_key), Fault.SYMMETRIC),
    "algorithm not on the list": (Bend(sign=lambda p, c: p.signed(c, alg="RS512")), Fault.ALGORITHM),
    "critical header": (Bend(sign=lambda p, c: _critical(p, c)), Fault.CRITICAL_HEADER),
    "unknown kid": (Bend(sign=_by_an_unpublished_key), Fault.KEY_UNKNOWN),
    "key for encryption": (Bend(sign=_by_an_encryption_key), Fault.KEY_UNSUITABLE),
    "no keys": (Bend(keys=lambda keys: []), Fault.KEY_UNKNOWN),
    "wrong nonce": (Bend(claims=told(nonce="of another")), Fault.NONCE),
    "no nonce": (Bend(claims=without("nonce")), Fault.NONCE_MISSING),
    "wrong aud": (Bend(claims=told(aud="another-client")), Fault.AUDIENCE),
    "no aud": (Bend(claims=without("aud")), Fault.AUDIENCE),
    "several aud without azp": (Bend(claims=told(aud=[CLIENT, "another"])), Fault.AZP_MISSING),
    "foreign azp": (Bend(claims=told(aud=[CLIENT, "another"], azp="another")), Fault.AZP),
    "foreign azp, one aud": (Bend(claims=told(azp="another")), Fault.AZP),
    "wrong iss": (Bend(claims=told(iss="http://127.0.0.1:1")), Fault.ISSUER),
    "iss with a slash more": (Bend(claims=lambda c: {**c, "iss": c["iss"] + "/"}), Fault.ISSUER),
    "swapped discovery issuer": (
        Bend(discovery=told(issuer="https://vneid.example")),
        Fault.DISCOVERY_ISSUER,
    ),
    "token endpoint elsewhere": (
        Bend(discovery=told(token_endpoint="https://thief.example/token")),
        Fault.ENDPOINT_ELSEWHERE,
    ),
    "keys elsewhere": (
        Bend(discovery=told(jwks_uri="http://169.254.169.254/latest/meta-data")),
        Fault.ENDPOINT_ELSEWHERE,
    ),
    "keys in a file": (Bend(discovery=told(jwks_uri="file:///etc/passwd")), Fault.ENDPOINT_ELSEWHERE),
    "expired": (Bend(claims=later("exp", -61)), Fault.EXPIRED),
    "no exp": (Bend(claims=without("exp")), Fault.TIMES_MISSING),
    "exp as text": (Bend(claims=told(exp="4102444800")), Fault.TIMES_MISSING),
    "future iat": (Bend(claims=later("iat", 61)), Fault.ISSUED_IN_FUTURE),
    "no iat": (Bend(claims=without("iat")), Fault.TIMES_MISSING),
    "not yet": (Bend(claims=later("nbf", 61)), Fault.NOT_YET),
    "low acr": (Bend(claims=told(acr="urn:vneid:level:1")), Fault.ACR),
    "acr in a list": (Bend(claims=told(acr=["urn:vneid:level:2"])), Fault.ACR),
    "no acr": (Bend(claims=without("acr")), Fault.ACR_MISSING),
    "stale auth_time": (Bend(claims=later("auth_time", -361)), Fault.AUTH_TIME_STALE),
    "future auth_time": (Bend(claims=later("auth_time", 61)), Fault.AUTH_TIME_STALE),
    "no auth_time": (Bend(claims=without("auth_time")), Fault.AUTH_TIME_MISSING),
    "at_hash of another token": (Bend(claims=told(at_hash="AAAAAAAAAAAAAAAAAAAAAA")), Fault.AT_HASH),
    "no sub": (Bend(claims=without("sub")), Fault.SUBJECT),
    "endless sub": (Bend(claims=told(sub="x" * 256)), Fault.SUBJECT),
    "userinfo of somebody else": (Bend(userinfo=told(sub="another")), Fault.USERINFO_SUBJECT),
    "userinfo without sub": (Bend(userinfo=without("sub")), Fault.USERINFO_SUBJECT),
    "two numbers": (Bend(claims=told(national_id="001194000999")), Fault.CLAIMS_DIFFER),
    "no number": (Bend(userinfo=without("national_id")), Fault.CLAIMS_MISSING),
    "number of nine digits": (Bend(userinfo=told(national_id="123456789")), Fault.CLAIMS_MISSING),
    "no birth date": (Bend(userinfo=told(birthdate="14/03/1994")), Fault.CLAIMS_MISSING),
    "no id_token": (Bend(tokens=without("id_token")), Fault.NO_ID_TOKEN),
    "oversized token": (Bend(tokens=told(id_token="x" * 20_000)), Fault.TOO_LARGE),
    "oversized answer": (Bend(raw={"/token": _HUGE}), Fault.TOO_LARGE),
    "encrypted token": (Bend(tokens=told(id_token="a.b.c.d.e")), Fault.UNREADABLE),
    "token that is none": (Bend(tokens=told(id_token="?.?.?")), Fault.UNREADABLE),
    "token of another type": (Bend(tokens=told(token_type="mac")), Fault.TOKEN_TYPE),
    "code refused": (Bend(raw={"/token": (400, {}, b'{"error": "invalid_grant"}')}), Fault.CODE_REFUSED),
    "redirected token endpoint": (Bend(raw={"/token": _ELSEWHERE}), Fault.REDIRECTED),
    "redirected keys": (Bend(raw={"/keys": _ELSEWHERE}), Fault.REDIRECTED),
    "a page instead of tokens": (Bend(raw={"/token": _HTML}), Fault.UNREADABLE),
    "iss of the way back": (Bend(back=told(iss="https://another.example")), Fault.RESPONSE_ISSUER),
    "no iss on the way back": (Bend(back=without("iss")), Fault.RESPONSE_ISSUER_MISSING),
    "foreign state": (Bend(back=told(state="of-another")), Fault.STATE_UNKNOWN),
    "no code": (Bend(back=without("code")), Fault.NO_CODE),
    "unknown error": (Bend(back=told(error="invalid_scope")), Fault.NO_CODE),
}


def _critical(provider: EidProvider, claims: Claims) -> str:
    header = {"alg": "RS256", "kid": "first", "b64": True, "crit": ["b64"]}
    return jws.serialize_compact(header, json.dumps(claims), provider.key, algorithms=["RS256"])


@pytest.mark.parametrize("name", FAULTS)
def test_refused_by_its_own_name(provider: EidProvider, client: Client, name: str) -> None:
    provider.bend, fault = FAULTS[name]
    away = set_off(client)
    answer = client.get(provider.authorize(away["Location"])) if away.status_code == 302 else away
    assert code_on(answer) == fault
    assert answer.status_code == 403
    assert 'href="/accounts/login/"' in answer.content.decode().split("<main")[1]
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_every_fault_is_tried() -> None:
    tried = {fault for _bend, fault in FAULTS.values()} | {Fault.NONCE_USED}
    assert tried == set(Fault)
    assert len(FAULTS) >= 18


def test_the_right_answer_signs_in(provider: EidProvider, client: Client, lan: Member) -> None:
    answer = visit(client, provider, next="/me/card/")
    assert (answer.status_code, answer["Location"]) == (302, "/me/card/")
    assert client.session["_auth_user_id"] == str(account_of(lan).pk)


@pytest.mark.parametrize(
    "bend",
    [
        Bend(claims=later("exp", -59)),
        Bend(claims=later("iat", 59)),
        Bend(claims=later("nbf", 59)),
        Bend(claims=later("auth_time", -359)),
        Bend(claims=without("at_hash")),
        Bend(claims=told(aud=[CLIENT, "another"], azp=CLIENT)),
        Bend(discovery=without("userinfo_endpoint"), claims=lambda c: {**c, **_PARTICULARS}),
        Bend(discovery=without("authorization_response_iss_parameter_supported"), back=without("iss")),
        Bend(sign=lambda p, c: p.signed(c, kid=None)),
    ],
    ids=lambda bend: "",
)
def test_what_is_just_right_passes(provider: EidProvider, client: Client, bend: Bend) -> None:
    _PARTICULARS.update({name: provider.person[name] for name in ("national_id", "name", "birthdate")})
    provider.bend = bend
    assert visit(client, provider).status_code == 302
    assert "_auth_user_id" in client.session


_PARTICULARS: dict[str, str] = {}


def test_a_nonce_is_good_once(provider: EidProvider, client: Client) -> None:
    """An old token, replayed into a new sign-in."""
    kept: list[Claims] = []

    def keep(claims: Claims) -> Claims:
        kept.append(claims)
        return claims

    provider.bend = Bend(claims=keep)
    visit(client, provider)
    client.logout()
    provider.bend = Bend(claims=lambda claims: kept[0])
    assert code_on(visit(client, provider)) == Fault.NONCE_USED


def test_the_way_back_is_good_once_and_in_one_browser(provider: EidProvider, client: Client) -> None:
    away = set_off(client)
    back = provider.authorize(away["Location"])
    assert code_on(Client().get(back)) == Fault.STATE_UNKNOWN
    assert client.get(back).status_code == 302
    assert code_on(client.get(back)) == Fault.STATE_UNKNOWN


def test_what_is_asked_is_ours_alone(provider: EidProvider, client: Client) -> None:
    """Neither address bar nor form can ask for less."""
    query = "?scope=email&auth_params=acr_values%3D1%26max_age%3D99999&acr_values=1&process=connect"
    away = client.post(f"/accounts/vneid/login/{query}", {"scope": "email", "max_age": "99999"})
    asked = {name: values[0] for name, values in parse_qs(urlsplit(away["Location"]).query).items()}
    assert asked["scope"] == "openid profile"
    assert asked["acr_values"] == "urn:vneid:level:2"
    assert asked["max_age"] == "300"
    assert asked["redirect_uri"].endswith("/accounts/vneid/login/callback/")
    assert min(len(asked["nonce"]), len(asked["state"]), len(asked["code_challenge"])) >= 43


def test_two_departures_share_nothing(provider: EidProvider, client: Client) -> None:
    asked = [parse_qs(urlsplit(set_off(client)["Location"]).query) for _ in range(2)]
    for name in ("nonce", "state", "code_challenge"):
        assert asked[0][name] != asked[1][name]


def test_nobody_is_sent_to_a_strangers_page(provider: EidProvider, client: Client) -> None:
    assert visit(client, provider, next="https://thief.example/")["Location"] == "/me/"


def test_discovery_and_keys_are_asked_once(provider: EidProvider, client: Client) -> None:
    for _ in range(3):
        visit(client, provider)
    assert provider.asked.count("/.well-known/openid-configuration") == 1
    assert provider.asked.count("/keys") == 1


def test_a_new_key_is_found_and_made_up_ones_cost_nothing(
    provider: EidProvider, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit(client, provider)
    monkeypatch.setattr(metadata, "_KEYS_AGAIN_SECONDS", 0.0)
    provider.key = rsa_key("second")
    assert visit(client, provider).status_code == 302
    assert provider.asked.count("/keys") == 2
    monkeypatch.setattr(metadata, "_KEYS_AGAIN_SECONDS", 60.0)
    provider.bend = Bend(sign=_by_an_unpublished_key)
    for _ in range(3):
        assert code_on(visit(client, provider)) == Fault.KEY_UNKNOWN
    assert provider.asked.count("/keys") == 2


def test_es256_and_our_own_signed_name(
    provider: EidProvider, client: Client, settings: Settings, tmp_path: Any
) -> None:
    ours = ECKey.generate_key("P-256")
    path = tmp_path / "client.pem"
    path.write_bytes(
        ours.private_key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    provider.client_key = ECKey.import_key(
        ours.as_dict(private=False) | {"kid": ours.thumbprint(), "use": "sig"}
    )
    theirs = ECKey.generate_key("P-256", {"kid": "curve", "use": "sig"})
    provider.others = [theirs]
    provider.bend = Bend(sign=lambda p, c: p.signed(c, key=theirs, alg="ES256"))
    settings.VNEID = party_of(provider, client_auth=ClientAuth.PRIVATE_KEY, secret="", key_path=str(path))
    assert visit(client, provider).status_code == 302
    assert "_auth_user_id" in client.session


def test_a_curve_key_under_an_rsa_name(provider: EidProvider, client: Client) -> None:
    theirs = ECKey.generate_key("P-256", {"kid": "curve"})
    provider.others = [theirs]
    provider.bend = Bend(sign=lambda p, c: p.signed(c, kid="curve"))
    assert code_on(visit(client, provider)) == Fault.KEY_UNSUITABLE


@pytest.mark.parametrize("path", ["/token", "/me", "/keys"])
@pytest.mark.parametrize("how", ["broken", "slow", "dripping"])
def test_no_answer_leads_back_to_the_other_ways(
    provider: EidProvider, client: Client, monkeypatch: pytest.MonkeyPatch, path: str, how: str
) -> None:
    monkeypatch.setattr("vssid.integrations.vneid.calling.SECONDS", 0.3)
    provider.bend = {
        "broken": Bend(raw={path: (503, {}, b"")}),
        "slow": Bend(slow={path: 0.6}),
        "dripping": Bend(drips=frozenset({path})),
    }[how]
    answer = visit(client, provider)
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?vneid=silent")
    page = client.get(answer["Location"]).content.decode()
    assert "v-notice" in page
    assert 'name="password"' in page


def test_a_provider_that_is_gone(provider: EidProvider, client: Client, settings: Settings) -> None:
    settings.VNEID = party_of(provider, issuer="http://127.0.0.1:9")
    for _ in range(2):
        answer = set_off(client)
        assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?vneid=silent")


def test_whoever_says_no_there_is_back_here(provider: EidProvider, client: Client) -> None:
    provider.bend = Bend(back=lambda told: {"error": "access_denied", **without("code")(told)})
    assert visit(client, provider)["Location"] == "/accounts/login/?vneid=declined"


def test_ten_departures_a_minute_from_one_network(provider: EidProvider) -> None:
    answers = [set_off(Client()) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [302] * 10 + [429]
    assert answers[-1]["Retry-After"]
    assert Client().post("/accounts/vneid/login/", REMOTE_ADDR="203.0.113.9").status_code == 302


def test_the_operator_is_told(provider: EidProvider) -> None:
    assert not standing(party_of(provider)).advice
    metadata.forget()
    provider.bend = Bend(discovery=told(issuer="https://vneid.example"))
    assert Fault.DISCOVERY_ISSUER in standing(party_of(provider)).says
    assert "does not answer" in standing(party_of(provider, issuer="http://127.0.0.1:9")).says
    no_key = party_of(provider, client_auth=ClientAuth.PRIVATE_KEY, key_path="/nowhere.pem")
    assert "VSSID_VNEID_CLIENT_KEY" in standing(no_key).advice


def test_without_a_provider_there_is_no_door(client: Client, settings: Settings) -> None:
    settings.VNEID = None
    assert client.get("/accounts/vneid/login/").status_code == 404
    assert client.get("/accounts/vneid/login/callback/?code=x&state=y").status_code == 404
    assert "/accounts/vneid/" not in client.get("/accounts/login/").content.decode()
