"""The address a form asks to go on to."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def own_address(request: HttpRequest, wanted: str, *, otherwise: str) -> str:
    """``wanted`` if it is a page of ours: nobody is sent to a stranger's site in our name."""
    own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if own else otherwise
