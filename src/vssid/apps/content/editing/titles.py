"""Titles of entries, versions and pages, for lists in an editor's language."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from vssid.apps.content.models import Text
from vssid.apps.content.selectors.library import library
from vssid.apps.content.selectors.reading import heading_of
from vssid.apps.content.vocabulary import LANGUAGES, Kind
from vssid.apps.content.writing import figures
from vssid.domain.law import parameters
from vssid.kit import clock


def with_titles(rows: QuerySet[Any], *, version: str) -> QuerySet[Any]:
    """Each row with ``written_title``: in the active language, else in the binding one, else empty.

    ``version``: the path from a text to the row, such as ``version`` or ``version__entry``; of several
    versions the newest counts.
    """
    own = Text.objects.filter(**{version: OuterRef("pk")}).order_by("-version__number")

    def title(language: str) -> Subquery:
        return Subquery(own.filter(language=language).values("title")[:1])

    titled: QuerySet[Any] = rows.annotate(
        written_title=Coalesce(title(_language()), title(LANGUAGES[0]), Value(""))
    )
    return titled


def shown_title(row: Any) -> str:
    """The title of a row of :func:`with_titles`, with the figures of today; empty when nothing is written."""
    return figures.filled(row.written_title, on=clock.today(), language=_language(), value=parameters.value)


def page_title(name: str) -> str:
    """The title of a published page by its name (``question/a1``); empty when there is none today."""
    kind, _slash, slug = name.partition("/")
    article = library().find(Kind(kind), slug) if kind in Kind.values else None
    edition = article.edition(clock.today()) if article else None
    if article is None or edition is None:
        return ""
    return heading_of(article, edition, language=_language(), on=clock.today()).title


def _language() -> str:
    active = get_language() or LANGUAGES[0]
    return active if active in LANGUAGES else LANGUAGES[0]
