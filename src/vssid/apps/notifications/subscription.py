"""A browser's push subscription: what is accepted of it, and how it is named."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Collection
from urllib.parse import urlsplit

from vssid.apps.notifications.errors import UnreadableSubscription
from vssid.apps.notifications.keys import stable_number
from vssid.kit.sealing import lookup_digest

ENDPOINT = "push"
_LONGEST = 1000
_ADDRESS = re.compile(
    r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?/[!#-;=?-\[\]_a-z~]*", re.IGNORECASE
)
"""Plain to the letter: of ``https://127.0.0.1\\.known.example/`` one library takes the host to end at the
backslash, another reads on, and what was checked is not what is called."""
_HTTPS = 443
_KEY_BYTES, _SECRET_BYTES = 65, 16


def read_subscription(text: str, *, hosts: Collection[str]) -> str:
    """The three facts that matter, as JSON; UnreadableSubscription for anything a browser would not give.

    ``hosts``: the push services we call, each a host or ``.suffix``. The address comes from outside and we
    call it: anything else would let a stranger make this server talk to machines of their choice.
    """
    try:
        given = json.loads(text)
        endpoint, keys = given["endpoint"], given["keys"]
        key, secret = _bytes(keys["p256dh"]), _bytes(keys["auth"])
        address = urlsplit(endpoint)
        host, port = address.hostname or "", address.port
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableSubscription from error
    known = any(host == one or (one.startswith(".") and host.endswith(one)) for one in hosts)
    here = address.scheme == "http" and host in {"127.0.0.1", "localhost"}
    safe = here or (address.scheme == "https" and port in {None, _HTTPS})
    whole = len(key) == _KEY_BYTES and key[0] == 4 and len(secret) == _SECRET_BYTES
    if not (known and safe and whole and _ADDRESS.fullmatch(endpoint)) or len(endpoint) > _LONGEST:
        raise UnreadableSubscription
    kept = {"endpoint": endpoint, "keys": {"p256dh": keys["p256dh"], "auth": keys["auth"]}}
    return json.dumps(kept, sort_keys=True)


def subscription_number(subscription: str) -> int:
    return stable_number("push_subscription", json.loads(subscription)["endpoint"])


def endpoint_digest(subscription: str) -> str:
    return lookup_digest(ENDPOINT, json.loads(subscription)["endpoint"])


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
