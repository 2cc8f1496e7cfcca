"""What a search shows: results with the words marked, or where else to look."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language, ngettext

from vssid.apps.content.search.marking import Part
from vssid.apps.content.selectors.find import Found, Results
from vssid.channels.public.articles import address
from vssid.channels.public.topics import signs
from vssid.ui.elements import Row


@dataclass(frozen=True, slots=True)
class Result:
    """``language``: set where the text is not in the reader's own."""

    title: tuple[Part, ...]
    excerpt: tuple[Part, ...]
    url: str
    kind: str
    language: str


def contents(query: str, results: Results | None) -> dict[str, object]:
    found = results.found if results else ()
    nothing = results is not None and not found
    return {
        "tab": "help",
        "query": query,
        "results": [_result(each) for each in found],
        "count": ngettext("%(count)d result", "%(count)d results", len(found)) % {"count": len(found)},
        "nothing": nothing,
        "topics": _topics(results.nearest if results else ()),
    }


def _result(found: Found) -> Result:
    sign = signs().get(found.heading.topic)
    kind = found.heading.kind.label
    return Result(
        title=found.title,
        excerpt=found.excerpt,
        url=address(found.heading),
        kind=f"{kind} · {sign.name}" if sign else str(kind),
        language="" if found.language == get_language() else found.language,
    )


def _topics(nearest: tuple[str, ...]) -> tuple[Row, ...]:
    """Those near to the query; all of them when nothing is near or nothing was asked."""
    known = signs()
    wanted = [topic for topic in nearest if topic in known] or list(known)
    return tuple(
        Row(
            known[topic].name, "", reverse("public:topic", args=[topic]), known[topic].icon, known[topic].tone
        )
        for topic in wanted
    )
