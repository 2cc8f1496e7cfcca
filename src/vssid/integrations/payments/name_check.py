"""Asks whose a bank account is: a JSON document, posted to the operator's payment gateway.

The gateway takes ``{"bank", "account", "name"}`` with a bearer token: the bank's six digits as in VietQR
codes, the account's digits, the name as registered. It answers 200 and ``{"result": …}`` with ``match``,
``close`` or ``no_match``, and never the name itself. Whatever else it says or fails to say is no answer.
"""

from __future__ import annotations

import logging

import requests

from vssid.apps.benefits.ports import NameAnswer

_SECONDS = 3
_log = logging.getLogger("vssid.payments")
_ANSWERS = {one.value: one for one in NameAnswer if one is not NameAnswer.UNAVAILABLE}


class NameCheckGateway:
    """``url``: where questions are posted."""

    def __init__(self, *, url: str, token: str) -> None:
        self._url, self._token = url, token

    def ask(self, *, bank: str, number: str, name: str) -> NameAnswer:
        try:
            answer = requests.post(
                self._url,
                json={"bank": bank, "account": number, "name": name},
                headers={"Authorization": f"Bearer {self._token}"},
                timeout=_SECONDS,
                allow_redirects=False,
            )
            said = answer.json() if answer.status_code == requests.codes.ok else None
        except (requests.RequestException, ValueError) as error:
            _log.warning("no answer about an account", extra={"bank": bank, "why": type(error).__name__})
            return NameAnswer.UNAVAILABLE
        result = said.get("result") if isinstance(said, dict) else None
        if not isinstance(result, str) or result not in _ANSWERS:
            _log.warning("no answer about an account", extra={"bank": bank, "status": answer.status_code})
            return NameAnswer.UNAVAILABLE
        return _ANSWERS[result]
