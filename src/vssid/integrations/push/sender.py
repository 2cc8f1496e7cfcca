"""Sends a pointer to every browser of a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import requests
from py_vapid import Vapid02

from vssid.apps.notifications.ports import AddressGone, Outgoing, Receipt, Send, TryLater

_SECONDS = 10
_KEPT_SECONDS = 3 * 24 * 3600
"""How long a push service holds the pointer for a phone that is off; the inbox keeps the notice anyway."""
_GONE = frozenset({404, 410})


class _OneHop(requests.Session):
    """The address comes from a browser: where it leads is checked once, so nothing leads further."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


class WebPush:
    """``contact``: mailto: or https: address for the push services; ``url``: where a tap leads."""

    def __init__(self, *, key: Vapid02, contact: str, url: str) -> None:
        self._key, self._contact, self._url = key, contact, url

    @contextmanager
    def open(self) -> Iterator[Send]:
        with _OneHop() as session:
            yield lambda outgoing: self._send(session, outgoing)

    def _send(self, session: requests.Session, outgoing: Outgoing) -> Receipt:
        """Taken when one browser's service has taken it; the others are not worth a second pointer there."""
        gone: list[str] = []
        later: TryLater | None = None
        taken = False
        for address in outgoing.addresses:
            try:
                self._push(session, address, outgoing)
                taken = True
            except AddressGone:
                gone.append(address)
            except TryLater as problem:
                later = problem
        if taken:
            return Receipt(tuple(gone))
        if later is not None:
            raise later
        raise AddressGone("no browser takes messages any more")

    def _push(self, session: requests.Session, address: str, outgoing: Outgoing) -> None:
        # brings an asynchronous HTTP client with it, which only the process that sends should wait for
        from pywebpush import WebPushException, webpush

        payload = {"title": outgoing.subject, "body": outgoing.text, "url": self._url, "tag": outgoing.key}
        try:
            webpush(
                subscription_info=json.loads(address),
                data=json.dumps(payload, ensure_ascii=False),
                vapid_private_key=self._key,
                vapid_claims={"sub": self._contact},
                ttl=_KEPT_SECONDS,
                timeout=_SECONDS,
                headers={"Topic": outgoing.key, "Urgency": "high" if outgoing.urgent else "normal"},
                requests_session=session,
            )
        except WebPushException as error:
            status = error.response.status_code if error.response is not None else 0
            if status in _GONE:
                raise AddressGone(f"the push service says {status}") from error
            asked = error.response.headers.get("Retry-After", "") if error.response is not None else ""
            wait = int(asked) if asked.isdigit() else 0
            raise TryLater(f"the push service says {status}", seconds=min(wait, 86_400)) from error
        except requests.RequestException as error:
            raise TryLater(f"push: {type(error).__name__}") from error
