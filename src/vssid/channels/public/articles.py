"""One text as a page: words for its dates, its basis, its warnings, the ways on from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.content.selectors.reading import Heading, Page, read_page
from vssid.apps.content.vocabulary import Confidence, Kind
from vssid.apps.content.writing.markdown import ACT_NUMBER
from vssid.channels.public.topics import own_page
from vssid.kit import clock
from vssid.kit.formats import day
from vssid.ui.elements import Row

_ROUTES = {
    Kind.QUESTION: "public:question",
    Kind.HELP: "public:guide",
    Kind.POLICY: "public:policy",
    Kind.NEWS: "public:news_item",
}
_TOGETHER = {Kind.RELEASE: "public:whats_new"}
"""Kinds whose texts stand on one page, each at its anchor."""


@dataclass(frozen=True, slots=True)
class Caution:
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A link to what held before, or to what will hold."""

    text: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Article:
    """All of it in the reader's language; ``language`` is set where the text itself is in another."""

    name: str
    anchor: str
    topic: str
    title: str
    lead: str
    html: SafeString
    language: str
    as_of: str
    checked: str
    since: str
    holds: str
    changed: str
    before_url: str
    current_url: str
    basis: SafeString
    sources: tuple[tuple[str, str], ...]
    warning: Caution | None
    earlier: tuple[Earlier, ...]
    own: Row | None
    description: str
    query: str


def address(heading: Heading) -> str:
    if heading.kind in _TOGETHER:
        return f"{reverse(_TOGETHER[heading.kind])}#{_anchor(heading)}"
    return reverse(_ROUTES[heading.kind], args=[heading.slug])


def article(request: HttpRequest, kind: Kind, slug: str) -> Article:
    """The text in force today or on the day asked for by ``?on=2025-06-30``; NotFound without one."""
    page = read_page(
        kind=kind,
        slug=slug,
        today=clock.today(),
        language=_language(),
        on=_day_asked(request),
        table_name=_("Table"),
    )
    return _shown(page)


def rows(headings: Iterable[Heading], *, dated: bool = False) -> tuple[Row, ...]:
    """A list of texts; ``dated`` puts the day before the summary, as news has it."""
    return tuple(
        Row(
            heading.title,
            f"{day(heading.effective_from)} · {heading.summary}" if dated else heading.summary,
            address(heading),
        )
        for heading in headings
    )


def _shown(page: Page) -> Article:
    heading = page.heading
    here = address(heading)
    before = [span for span in page.spans if span.since < page.since]
    return Article(
        name=heading.name,
        anchor=_anchor(heading),
        topic=heading.topic,
        title=heading.title,
        lead=heading.summary,
        html=mark_safe(page.html),  # passed the allow-list of writing.markdown
        language="" if heading.language == _language() else heading.language,
        as_of=_("As of %(day)s") % {"day": day(page.as_of)},
        checked=day(page.as_of),
        since=day(page.since),
        holds=_holds(page),
        changed=_changed(page),
        before_url=f"{here}?on={before[0].until}" if before else "",
        current_url=here if page.older else "",
        basis=_acts(page.basis),
        sources=page.sources,
        warning=warning(page.confidence),
        earlier=_earlier(page, here),
        own=own_page(heading.topic),
        description=heading.summary or page.heading.title,
        query=f"on={page.since}" if page.older else "",
    )


def _holds(page: Page) -> str:
    if page.until is None:
        return _("In force since %(day)s.") % {"day": day(page.since)}
    values = {"first": day(page.since), "last": day(page.until)}
    return _("In force from %(first)s to %(last)s.") % values


def _changed(page: Page) -> str:
    if page.changed_on is None:
        return ""
    return _("New since %(day)s. Before that another rule applied.") % {"day": day(page.changed_on)}


def warning(confidence: Confidence) -> Caution | None:
    """How the facts are known, in words, where they are not known for certain."""
    known: dict[Confidence, tuple[str, str]] = {
        Confidence.C: (
            _("One source only."),
            _("This rests on a notice or a newspaper, not on the text of the act. Ask before relying on it."),
        ),
        Confidence.D: (
            _("Sources contradict each other."),
            _("The text names both readings. Ask the social-insurance office which one it applies."),
        ),
        Confidence.M: (
            _("Not yet checked against the act."),
            _("Ask the social-insurance office before relying on it."),
        ),
    }
    words = known.get(confidence)
    return Caution(*words) if words else None


def _earlier(page: Page, here: str) -> tuple[Earlier, ...]:
    if len(page.spans) < 2:
        return ()
    return tuple(
        Earlier(
            _("Since %(day)s") % {"day": day(span.since)}
            if span.until is None
            else _("From %(first)s to %(last)s") % {"first": day(span.since), "last": day(span.until)},
            here if span.current else f"{here}?on={span.since}",
            span.since == page.since,
        )
        for span in page.spans
    )


def _acts(basis: str) -> SafeString:
    """The numbers of acts are Vietnamese in every language."""
    marked = ACT_NUMBER.sub(r'<span lang="vi" translate="no">\g<0></span>', escape(basis))
    return mark_safe(marked)  # escaped above


def _day_asked(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return None


def _anchor(heading: Heading) -> str:
    return f"v{heading.slug}"


def _language() -> str:
    return get_language() or "vi"
