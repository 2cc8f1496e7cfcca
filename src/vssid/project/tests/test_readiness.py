"""Outside a demonstration nothing made for show starts."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from vssid.kit import keyring
from vssid.project import env, readiness

REAL = {"VSSID_SECRET_KEY": "0123456789abcdef" * 4, "VSSID_PROXIES": "1"}
VNEID = {
    "VSSID_VNEID_ISSUER": "https://vneid.example",
    "VSSID_VNEID_CLIENT_ID": "vssid",
    "VSSID_VNEID_CLIENT_AUTH": "client_secret_basic",
    "VSSID_VNEID_CLIENT_SECRET": "a secret",
    "VSSID_VNEID_ACR": "level-2",
}


def test_a_real_installation_starts() -> None:
    readiness.refuse_unsafe(env.read(REAL), demo_keys=False)
    readiness.refuse_unsafe(env.read(REAL | VNEID), demo_keys=False)


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"VSSID_SECRET_KEY": ""}, "VSSID_SECRET_KEY is not set"),
        ({"VSSID_SECRET_KEY": readiness.DEFAULT_SECRET}, "VSSID_SECRET_KEY is not set"),
        ({"VSSID_SECRET_KEY": "short"}, "shorter than 50"),
        ({"VSSID_SECRET_KEY": "abc" * 20}, "repeats a few characters"),
        ({"VSSID_HOSTS": "vssid.example *"}, "VSSID_HOSTS holds"),
        ({"VSSID_DEBUG": "1"}, "VSSID_DEBUG is on"),
        ({"VSSID_PROXIES": ""}, "VSSID_PROXIES is not set"),
        ({"VSSID_HTTPS": "0"}, "VSSID_HTTPS is off"),
        ({"VSSID_EMAIL_URL": "smtp://mail.example"}, "VSSID_EMAIL_SENDER is not set"),
        ({"VSSID_SMS_URL": "http://sms.example", "VSSID_SMS_TOKEN": "t"}, "VSSID_SMS_URL is not https"),
        ({"VSSID_SMS_URL": "https://sms.example"}, "VSSID_SMS_TOKEN is not set"),
        (
            {"VSSID_NAME_CHECK_URL": "http://a", "VSSID_NAME_CHECK_TOKEN": "t"},
            "VSSID_NAME_CHECK_URL is not https",
        ),
        ({"VSSID_NAME_CHECK_URL": "https://a.example"}, "VSSID_NAME_CHECK_TOKEN is not set"),
        (
            {"VSSID_CHOOSER_URL": "http://llm.example/v1", "VSSID_CHOOSER_MODEL": "m"},
            "VSSID_CHOOSER_URL is not https",
        ),
        ({"VSSID_CHOOSER_URL": "https://llm.example/v1"}, "VSSID_CHOOSER_MODEL is not set"),
        ({"VSSID_PUSH_HOSTS": "127.0.0.1"}, "VSSID_PUSH_HOSTS names this machine"),
        ({"VSSID_VOICE_STT": "vietasr"}, "its licence is not settled"),
        ({"VSSID_VOICE_STT": "http"}, "VSSID_VOICE_STT_URL is not set"),
        (VNEID | {"VSSID_VNEID_ISSUER": "https://127.0.0.1:8001"}, "is a sandbox on this machine"),
        (VNEID | {"VSSID_VNEID_ISSUER": "http://vneid.example"}, "does not begin with https"),
        (VNEID | {"VSSID_VNEID_CLIENT_ID": ""}, "VSSID_VNEID_CLIENT_ID is not set"),
        (VNEID | {"VSSID_VNEID_CLIENT_AUTH": "client_secret_post"}, "is not private_key_jwt or"),
        (VNEID | {"VSSID_VNEID_CLIENT_AUTH": "private_key_jwt"}, "VSSID_VNEID_CLIENT_AUTH needs is not set"),
        (VNEID | {"VSSID_VNEID_ACR": ""}, "VSSID_VNEID_ACR is not set"),
    ],
)
def test_refuses_what_is_for_show(change: dict[str, str], finding: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=finding):
        readiness.refuse_unsafe(env.read(REAL | change), demo_keys=False)


def test_refuses_a_demonstration_key_ring() -> None:
    with pytest.raises(ImproperlyConfigured, match="key ring made for demonstrations"):
        readiness.refuse_unsafe(env.read(REAL), demo_keys=True)


def test_a_demonstration_may_do_without() -> None:
    readiness.refuse_unsafe(env.read({"VSSID_DEMO": "1"}), demo_keys=True)


def test_a_demonstration_asks_no_language_model_of_the_world() -> None:
    near = {"VSSID_DEMO": "1", "VSSID_CHOOSER_URL": "http://127.0.0.1:11434/v1"}
    readiness.refuse_unsafe(env.read(near), demo_keys=True)
    with pytest.raises(ImproperlyConfigured, match="asks no model"):
        readiness.refuse_unsafe(
            env.read(near | {"VSSID_CHOOSER_URL": "https://llm.example/v1"}), demo_keys=True
        )


def test_a_demonstration_sends_no_mail_into_the_world() -> None:
    demonstration = {"VSSID_DEMO": "1", "VSSID_EMAIL_URL": "smtp+plain://127.0.0.1:2525"}
    readiness.refuse_unsafe(env.read(demonstration), demo_keys=True)
    world = demonstration | {"VSSID_EMAIL_URL": "smtp://mail.example"}
    with pytest.raises(ImproperlyConfigured, match="sends no e-mail"):
        readiness.refuse_unsafe(env.read(world), demo_keys=True)


def test_a_demonstration_takes_no_real_vneid() -> None:
    sandbox = VNEID | {"VSSID_DEMO": "1", "VSSID_VNEID_ISSUER": "http://127.0.0.1:8001"}
    readiness.refuse_unsafe(env.read(sandbox), demo_keys=True)
    with pytest.raises(ImproperlyConfigured, match="no VNeID but its sandbox"):
        readiness.refuse_unsafe(env.read(VNEID | {"VSSID_DEMO": "1"}), demo_keys=True)


@pytest.mark.parametrize("name", ["none", "HS256", "EdDSA"])
def test_a_signature_that_proves_nothing_cannot_be_allowed(name: str) -> None:
    with pytest.raises(ValueError, match="VSSID_VNEID_ALGORITHMS"):
        env.read({"VSSID_VNEID_ALGORITHMS": f"RS256 {name}"})


def test_only_a_demonstration_makes_its_own_ring(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="no key ring"):
        readiness.keyring_for(tmp_path / "keys.json", demo=False, testing=False)
    ring = readiness.keyring_for(tmp_path / "keys.json", demo=True, testing=False)
    assert ring.demo
    assert keyring.read_ring(tmp_path / "keys.json") == ring
    assert (tmp_path / "keys.json").stat().st_mode & 0o077 == 0


def test_a_ring_is_never_overwritten(tmp_path: Path) -> None:
    keyring.write_ring(keyring.new_ring(demo=False), tmp_path / "keys.json")
    with pytest.raises(FileExistsError):
        keyring.write_ring(keyring.new_ring(demo=False), tmp_path / "keys.json")


@pytest.mark.parametrize(
    "damage", ["", "{}", '{"demo": 1, "current": "k1", "fields": {"k1": "short"}}', "[1]"]
)
def test_a_damaged_ring_says_so(tmp_path: Path, damage: str) -> None:
    (tmp_path / "keys.json").write_text(damage)
    with pytest.raises(keyring.KeyringError, match="not readable"):
        keyring.read_ring(tmp_path / "keys.json")
