"""What issued papers say."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from typing import Any

import pypdfium2


def text_of(file: bytes) -> str:
    """All text of a PDF, line ends as spaces, so that a wrapped name is found whole."""
    pages = pypdfium2.PdfDocument(file)
    return one_line(" ".join(page.get_textpage().get_text_range() for page in pages))


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def body_of(file: bytes) -> dict[str, Any]:
    """What signed facts say, their signature left aside."""
    body = json.loads(urlsafe_b64decode(file.split(b".")[1] + b"=="))
    assert isinstance(body, dict)
    return body
