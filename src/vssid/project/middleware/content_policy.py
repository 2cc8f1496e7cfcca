"""The content security policy of pages that ask for no other: put together once, not with every answer."""

from __future__ import annotations

from functools import cache

from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

_NONCE = "the-nonce-of-this-answer"


class ContentPolicy(CSPMiddleware):  # type: ignore[misc] # the library is untyped
    """An answer whose view changes the policy, and all of a developer's, go the library's way."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if settings.DEBUG or HEADER in response or any(name.startswith("_csp_") for name in vars(response)):
            otherwise: HttpResponseBase = super().process_response(request, response)
            return otherwise
        nonce: str | None = getattr(request, "_csp_nonce", None)
        response[HEADER] = (
            _policy(with_nonce=True).replace(_NONCE, nonce) if nonce else _policy(with_nonce=False)
        )
        if nonce is None:
            request.csp_nonce = CheckableLazyObject(self._csp_nonce_post_response)  # type: ignore[attr-defined]
        return response


@cache
def _policy(*, with_nonce: bool) -> str:
    policy: str = build_policy(nonce=_NONCE if with_nonce else None)
    return policy
