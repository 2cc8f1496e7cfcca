"""Pages are tested in the source text; the catalogues have tests of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation
from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def _source_language(settings: Settings) -> Iterator[None]:
    """A browser that asks for nothing is answered in English too."""
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield
