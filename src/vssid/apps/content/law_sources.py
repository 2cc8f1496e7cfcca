"""Where a worked case is from: the acts in what its file notes beside them."""

from __future__ import annotations

import re

from vssid.apps.content.law_citing import cited

_PART = r"\d+[a-z]?(?:\(\w+\))*(?:-\d+)?"
_END = r"(?=;|:|,(?= )| and |$)"
_PASSAGE = rf"(?:art\.|examples?|ex\.) {_PART}(?:(?:, | and | to )(?:{_PART}|\(\w+\)){_END})*"
_NUMBER = r"\d+[\w/-]*"
_ACT = (
    rf"(?:(?:Law|Decree|Circular|Decision|Resolutions?|[Ll]etter) {_NUMBER}(?: and {_NUMBER})?"
    rf"(?: \({_NUMBER}\))?(?: of \d{{4}}(?:-\d\d-\d\d)?)?"
    r"|Labour Code(?: \d{4})?|Agreement Viet Nam - Korea)"
)
_CITATION = re.compile(rf"{_ACT}(?: {_PASSAGE})?")
_SITE = re.compile(r"\b(?:[a-z0-9-]+\.)+vn\b")


def citation(source: str) -> str:
    """``computed from Law 41/2024 art. 66, as ...`` is Luật 41/2024 Điều 66; of the press the name of the
    site alone; empty where nothing is cited."""
    acts = [cited(found[0]) for found in _CITATION.finditer(source)]
    return "; ".join(dict.fromkeys(acts)) or next(iter(_SITE.findall(source)), "")
