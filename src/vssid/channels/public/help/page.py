"""The hub of help in the reader's language: guides, topics, the questions of one topic."""

from __future__ import annotations

from collections import Counter

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vssid.apps.content.selectors.reading import Heading, headings
from vssid.apps.content.vocabulary import Kind
from vssid.channels.public.articles import Article, address
from vssid.channels.public.topics import signs
from vssid.kit import clock
from vssid.ui.elements import Link, Row

_NEIGHBOURS = 5


def guides() -> tuple[Row, ...]:
    """Each row keeps the anchor its section had when help was a single page."""
    return tuple(
        Row(heading.title, heading.summary, address(heading), *_sign(heading), anchor=heading.slug)
        for heading in _in_force(Kind.HELP)
    )


def assistant() -> tuple[Row, ...]:
    note = _("Answers with their sources; an officer when one is wanted")
    return (Row(_("Ask the assistant"), note, reverse("public:chat"), "help"),)


def topics() -> tuple[Row, ...]:
    counted = Counter(heading.topic for heading in _in_force(Kind.QUESTION))
    return tuple(
        Row(
            sign.name, _questions(counted[topic]), reverse("public:topic", args=[topic]), sign.icon, sign.tone
        )
        for topic, sign in signs().items()
        if counted[topic]
    )


def further() -> tuple[Row, ...]:
    return (
        Row(
            _("Policies"),
            _("The rules in full, with the days on which they held"),
            reverse("public:policies"),
            "book",
        ),
        Row(_("News"), _("What changes, and since when"), reverse("public:news"), "bell", "nghe"),
        Row(_("What is new in this app"), "", reverse("public:whats_new"), "device-mobile", "la"),
    )


def of_topic(topic: str) -> dict[str, object]:
    """Questions and policies of one topic."""
    sign = signs()[topic]
    return {
        "title": sign.name,
        "questions": [Row(each.title, url=address(each)) for each in _in_force(Kind.QUESTION, topic)],
        "policies": [Row(each.title, url=address(each)) for each in _in_force(Kind.POLICY, topic)],
    }


def answer(shown: Article) -> dict[str, object]:
    """One question or guide with the ways back and on."""
    return {
        "tab": "help",
        "article": shown,
        "path": _path(shown.topic),
        "own": [shown.own] if shown.own else [],
        "others": _next_questions(shown.name, shown.topic),
        "others_title": _("More on this"),
    }


def _next_questions(name: str, topic: str) -> list[Row]:
    """Of the same topic, going round at the end."""
    own = _in_force(Kind.QUESTION, topic)
    place = next((at for at, each in enumerate(own) if each.name == name), -1)
    following = own[place + 1 :] + own[: max(place, 0)]
    return [Row(each.title, url=address(each)) for each in following[:_NEIGHBOURS]]


def _path(topic: str) -> list[Link]:
    """Back to help, and to the topic where it has a page."""
    links = [Link(_("Help"), reverse("public:help"))]
    sign = signs().get(topic)
    return [*links, Link(sign.name, reverse("public:topic", args=[topic]))] if sign else links


def _in_force(kind: Kind, topic: str = "") -> tuple[Heading, ...]:
    return headings(kind, today=clock.today(), language=get_language() or "vi", topic=topic)


def _sign(heading: Heading) -> tuple[str, str]:
    sign = signs().get(heading.topic)
    return (sign.icon, sign.tone) if sign else ("info-circle", "")


def _questions(count: int) -> str:
    return ngettext("%(count)d question", "%(count)d questions", count) % {"count": count}
