"""The policies by topic, and one of them, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.content.selectors.reading import headings
from vssid.apps.content.vocabulary import Kind
from vssid.channels.public.articles import Article, address
from vssid.channels.public.topics import signs
from vssid.kit import clock
from vssid.ui.elements import Link, Row


@dataclass(frozen=True, slots=True)
class Group:
    anchor: str
    name: str
    rows: tuple[Row, ...]


def groups() -> tuple[Group, ...]:
    """Topics that have a policy, in the order of topics. A title says the finding and needs no summary."""
    found = headings(Kind.POLICY, today=clock.today(), language=get_language() or "vi")
    return tuple(
        Group(topic, sign.name, rows)
        for topic, sign in signs().items()
        if (
            rows := tuple(
                Row(each.title, "", address(each), sign.icon, sign.tone)
                for each in found
                if each.topic == topic
            )
        )
    )


def one(shown: Article) -> dict[str, object]:
    found = headings(Kind.QUESTION, today=clock.today(), language=get_language() or "vi", topic=shown.topic)
    return {
        "tab": "help",
        "article": shown,
        "path": [Link(_("Help"), reverse("public:help")), Link(_("Policies"), reverse("public:policies"))],
        "own": [shown.own] if shown.own else [],
        "others": [Row(each.title, url=address(each)) for each in found],
        "others_title": _("Questions on this"),
    }
