"""One careful call to VNeID: no redirections, three seconds, a bounded answer, JSON or nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from time import monotonic
from typing import Any

import requests

from vssid.integrations.vneid.configuration import RelyingParty
from vssid.integrations.vneid.faults import Fault, VneidRefused, VneidSilent

SECONDS = 3.0
LONGEST_ANSWER = 64 * 1024
_PIECE = 8 * 1024


def get_json(party: RelyingParty, address: object, *, headers: Mapping[str, str] | None = None) -> Any:
    """The answer as an object; VneidSilent or VneidRefused."""
    status, answer = _called(party, "GET", address, headers=headers)
    if status != HTTPStatus.OK:
        raise VneidRefused(Fault.UNREADABLE)
    return answer


def post_form(
    party: RelyingParty, address: object, fields: Mapping[str, str], *, auth: tuple[str, str] | None
) -> tuple[int, Any]:
    """Status and answer. ``auth``: name and secret for the Authorization header."""
    return _called(party, "POST", address, data=fields, auth=auth)


def _called(party: RelyingParty, method: str, address: object, **parts: Any) -> tuple[int, Any]:
    if not party.may_call(address):
        raise VneidRefused(Fault.ENDPOINT_ELSEWHERE)
    deadline = monotonic() + SECONDS
    try:
        with requests.Session() as session:
            session.trust_env = False  # neither proxies nor passwords from somebody's home folder
            with session.request(
                method, str(address), timeout=SECONDS, allow_redirects=False, stream=True, **parts
            ) as response:
                body = _bounded(response, deadline)
                status = response.status_code
    except requests.RequestException as error:
        raise VneidSilent from error
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        raise VneidRefused(Fault.REDIRECTED)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
        raise VneidSilent
    return status, _object(body)


def _bounded(response: requests.Response, deadline: float) -> bytes:
    """A provider that drips would hold a worker for as long as it likes."""
    body = bytearray()
    for piece in response.iter_content(_PIECE):
        body += piece
        if len(body) > LONGEST_ANSWER:
            raise VneidRefused(Fault.TOO_LARGE)
        if monotonic() > deadline:
            raise VneidSilent
    return bytes(body)


def _object(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise VneidRefused(Fault.UNREADABLE) from error
    if not isinstance(answer, dict):
        raise VneidRefused(Fault.UNREADABLE)
    return answer
