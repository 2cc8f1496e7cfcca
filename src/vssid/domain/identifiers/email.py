"""An e-mail address, in lower case. The form is the one browsers check, with a dot in the domain."""

from __future__ import annotations

import re
import unicodedata

from vssid.domain.identifiers.digits import Empty
from vssid.domain.values.problem import Problem, marked

_LABEL = r"[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?"
_LOCAL = r"[a-z0-9!#$%&'*+/=?^_`{|}~\-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\-]+)*"
PATTERN = rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})+"
"""The whole of a parsed address; :func:`parse` also limits lengths (RFC 5321: 64 before the @, 254)."""


class EmailAt(Problem):
    code = "email_at"
    sentence = marked("An e-mail address has one @, such as lan@example.vn. You entered %(count)s.")


class EmailLength(Problem):
    code = "email_length"
    sentence = marked("This e-mail address is too long: at most 64 characters before the @ and 254 in all.")


class EmailLocal(Problem):
    code = "email_local"
    sentence = marked(
        "Check the part before the @: only plain letters, digits and signs such as dot or dash."
    )


class EmailDomain(Problem):
    code = "email_domain"
    sentence = marked("Check the part after the @: it has a dot and no spaces, such as example.vn.")


def parse(text: str) -> str:
    """The address in lower case; raises Empty or one of the problems above.

    Lower case throughout, because it is a key: no provider in use tells two people apart by it.
    """
    address = unicodedata.normalize("NFKC", text).strip().lower()
    if not address:
        raise Empty
    if address.count("@") != 1:
        raise EmailAt(count=address.count("@"))
    local, domain = address.split("@")
    if len(local) > 64 or len(address) > 254:
        raise EmailLength
    if not re.fullmatch(_LOCAL, local):
        raise EmailLocal
    if not re.fullmatch(rf"{_LABEL}(?:\.{_LABEL})+", domain):
        raise EmailDomain
    return address


def grouped(address: str) -> str:
    """As written: one word."""
    return address


def mask(address: str) -> str:
    """``l…@vssid.example``: the first letter and the domain; ``…@`` when one letter is all there is."""
    local, domain = address.split("@")
    return f"{local[0] if len(local) > 2 else ''}…@{domain}"
