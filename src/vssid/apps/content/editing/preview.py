"""A version as readers would see it, and what still lacks."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from vssid.apps.content.vocabulary import LANGUAGES
from vssid.apps.content.writing import figures, markdown
from vssid.apps.content.writing.manuscript import Manuscript, Words
from vssid.domain.law import parameters


def preview(manuscript: Manuscript, *, today: date) -> SafeString:
    """All languages one below the other, with the figures of the first day it holds, or today's."""
    on = max(today, manuscript.effective_from)
    return format_html_join(
        "",
        "<details open><summary>{}</summary>"
        '<div lang="{}"><h2>{}</h2><p><strong>{}</strong></p>{}</div></details>',
        (_shown(manuscript.words.get(code), code, on) for code in LANGUAGES),
    )


def _shown(words: Words | None, language: str, on: date) -> tuple[str, str, str, str, SafeString]:
    name = dict(settings.LANGUAGES).get(language, language)
    if words is None:
        return name, language, "", "", format_html("<p>{}</p>", _("Missing"))

    def written(text: str) -> str:
        return figures.filled(text, on=on, language=language, value=parameters.value)

    html = markdown.rendered(written(words.body), shift=1)
    return (
        name,
        language,
        written(words.title),
        written(words.summary),
        mark_safe(html),
    )  # past the allow-list
