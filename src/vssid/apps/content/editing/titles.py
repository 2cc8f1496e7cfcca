"""Titles beside the rows of editors' lists, in the editor's language and in the statement of the list."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from vssid.apps.content.models import Text
from vssid.apps.content.vocabulary import LANGUAGES
from vssid.apps.content.writing import figures
from vssid.domain.law import parameters
from vssid.kit import clock


def with_titles(rows: QuerySet[Any], own: QuerySet[Text]) -> QuerySet[Any]:
    """Each row with ``written_title``: in the active language, else in the binding one, else empty.

    ``own``: the texts of a row, by ``OuterRef``; of several versions the newest counts.
    """
    own = own.order_by("-version__number")

    def title(language: str) -> Subquery:
        return Subquery(own.filter(language=language).values("title")[:1])

    titled: QuerySet[Any] = rows.annotate(
        written_title=Coalesce(title(_language()), title(LANGUAGES[0]), Value(""))
    )
    return titled


def shown_title(row: Any) -> str:
    """The title of a row of :func:`with_titles`, with the figures of today; empty when nothing is written."""
    return figures.filled(row.written_title, on=clock.today(), language=_language(), value=parameters.value)


def _language() -> str:
    active = get_language() or LANGUAGES[0]
    return active if active in LANGUAGES else LANGUAGES[0]
