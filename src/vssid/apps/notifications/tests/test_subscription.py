"""The address a browser gives for push messages is called by us: only push services pass."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode

import pytest

from vssid.apps.notifications.errors import UnreadableSubscription
from vssid.apps.notifications.subscription import read_subscription

HOSTS = ("fcm.googleapis.com", ".notify.windows.com")
KEYS = {
    "p256dh": urlsafe_b64encode(b"\x04" + b"k" * 64).decode(),
    "auth": urlsafe_b64encode(b"s" * 16).decode(),
}


def _given(endpoint: object) -> str:
    return json.dumps({"endpoint": endpoint, "keys": KEYS})


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/a:B-_9",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d",
    ],
)
def test_a_push_service_is_kept(endpoint: str) -> None:
    assert json.loads(read_subscription(_given(endpoint), hosts=HOSTS))["endpoint"] == endpoint


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://127.0.0.1\\.notify.windows.com/",
        "https://169.254.169.254;.notify.windows.com/",
        "https://10.0.0.1%2f.notify.windows.com/",
        "https://10.0.0.1\t.notify.windows.com/",
        "https://a@fcm.googleapis.com/",
        "https://@fcm.googleapis.com/",
        "https://fcm.googleapis.com:22/",
        "http://fcm.googleapis.com/",
        "https://fcm.googleapis.com.evil.example/",
        "https://fcm.googleapis.com/a b",
        "https://.notify.windows.com/",
        7,
    ],
)
def test_nothing_else_is_called(endpoint: object) -> None:
    with pytest.raises(UnreadableSubscription):
        read_subscription(_given(endpoint), hosts=HOSTS)


def test_nested_without_end() -> None:
    with pytest.raises(UnreadableSubscription):
        read_subscription("[" * 100_000, hosts=HOSTS)
