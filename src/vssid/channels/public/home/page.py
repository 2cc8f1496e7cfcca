"""What stands behind sign-in, in the reader's language."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.content.selectors.reading import Heading, headings
from vssid.apps.content.vocabulary import Kind
from vssid.channels.public import articles
from vssid.kit import clock
from vssid.ui.elements import Row

_ASKED_MOST = ("b1", "g1", "c1", "d1", "a6")
"""Questions of most calls and letters; one that is withdrawn simply falls out."""
_NEWS = 3


def contents() -> tuple[Row, ...]:
    return (
        Row(
            _("Health insurance card"),
            _("Number, validity, benefit level, the cards of the family"),
            icon="id-badge-2",
            tone="la",
        ),
        Row(
            _("Every month paid"),
            _("By whom, on which wage, and which month is late"),
            icon="calendar",
        ),
        Row(
            _("Benefits and clinic visits"),
            _("What was decided, what the fund paid and what you paid"),
            icon="cash",
            tone="man",
        ),
        Row(
            _("Who looked at your data"),
            _("Every look is recorded; what is not right can be reported"),
            icon="eye-check",
            tone="nghe",
        ),
    )


def questions() -> tuple[Row, ...]:
    by_slug = {heading.slug: heading for heading in _in_force(Kind.QUESTION)}
    return articles.rows(by_slug[slug] for slug in _ASKED_MOST if slug in by_slug)


def news() -> tuple[Row, ...]:
    return articles.rows(_in_force(Kind.NEWS)[:_NEWS], dated=True)


def _in_force(kind: Kind) -> tuple[Heading, ...]:
    return headings(kind, today=clock.today(), language=get_language() or "vi")
