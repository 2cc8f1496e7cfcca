"""The news as an Atom feed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vssid.apps.content.selectors.reading import Heading
from vssid.channels.public.articles import address
from vssid.kit import clock


def atom_feed(request: HttpRequest, headings: Sequence[Heading]) -> HttpResponse:
    """Entries in the order given; each updated on the day its text took effect or was published."""
    language = get_language() or "vi"
    feed = Atom1Feed(
        title=_("News: social insurance in Viet Nam"),
        link=request.build_absolute_uri(reverse("public:news")),
        description="",
        language=language,
        feed_url=request.build_absolute_uri(),
    )
    for heading in headings:
        link = request.build_absolute_uri(f"{address(heading)}?hl={language}")
        feed.add_item(
            title=heading.title,
            link=link,
            description=heading.summary,
            unique_id=request.build_absolute_uri(address(heading)),
            pubdate=datetime.combine(heading.effective_from, time(), tzinfo=clock.VIETNAM),
            updateddate=heading.published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
