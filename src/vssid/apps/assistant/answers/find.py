"""From a question to the approved answer that fits, or to a choice, or to nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from vssid.apps.assistant.answers.choosing import narrowed
from vssid.apps.assistant.answers.files import REFUSED, Example, Margins, examples, margins
from vssid.apps.assistant.answers.found import Answer, Choice, Entry, Found, Nothing, Reason
from vssid.apps.assistant.answers.room import soon, with_room
from vssid.apps.content.selectors.reading import headings
from vssid.apps.content.vocabulary import LANGUAGES, Kind
from vssid.kit import clock

if TYPE_CHECKING:
    from vssid.apps.assistant.answers.ranking import Ranking

_MOST_CHOICES = 3
_building = Lock()
_looking_ahead = False


def find_answer(text: str, language: str) -> Found:
    """``language``: the one the question is asked in; an unknown one is taken for Vietnamese."""
    language = known(language)
    titles = _titles(language)
    if not text.strip() or not titles:
        return Nothing(Reason.UNSURE)
    ranking = ranking_of(language, tuple(titles.items()))
    found = decided(with_room(ranking.worths, text), titles, margins(language, meaning=ranking.knows_meaning))
    return narrowed(text, found) if isinstance(found, Choice) else found


def entries(language: str) -> tuple[Entry, ...]:
    """All that can be answered today, in their order."""
    return tuple(Entry(slug, title) for slug, title in _titles(known(language)).items())


def prepare(language: str) -> None:
    """Builds what the first question of a process would wait for."""
    language = known(language)
    if titles := _titles(language):
        ranking_of(language, tuple(titles.items()))


def prepare_soon(language: str) -> None:
    """When somebody opens a chat or calls: built while they read or listen. Only in a process that serves
    people (:func:`looks_ahead`); elsewhere nobody waits."""
    language = known(language)
    if _looking_ahead and (titles := _titles(language)):
        soon(_ranking, language, tuple(titles.items()))


def looks_ahead() -> None:
    """This process serves people."""
    global _looking_ahead
    _looking_ahead = True


def decided(worths: Mapping[str, float], titles: Mapping[str, str], bounds: Margins) -> Found:
    """``worths``: the best first. Entries that are not published today are passed over.

    A short lead over what is refused makes no answer and no refusal: nobody whose question is nearer to an
    entry is told that it belongs elsewhere. Nor are the nearest entries shown then: that would be a choice.
    """
    refused = next(name for name in worths if name in REFUSED)
    fitting = [(slug, worth) for slug, worth in worths.items() if slug in titles]
    (best, worth), *others = fitting
    if worth - worths[refused] < bounds.ahead:
        return Nothing(REFUSED[refused] if worths[refused] >= worth else Reason.UNSURE)
    if worth < bounds.least:
        return Nothing(Reason.UNSURE)
    if not others or worth - others[0][1] >= bounds.margin:
        return Answer(best, titles[best])
    return Choice(tuple(Entry(slug, titles[slug]) for slug, _ in fitting[:_MOST_CHOICES]))


def known(language: str) -> str:
    """``zh`` and ``zh-Hans`` are ``zh-hans``."""
    small = language.lower().replace("_", "-")
    return next((one for one in LANGUAGES if one == small or one.startswith(f"{small[:2]}-")), "vi")


def ranking_of(language: str, titles: tuple[tuple[str, str], ...]) -> Ranking:
    """Built when first asked, and again when a title was changed; only one thread builds."""
    with _building:
        return with_room(_ranking, language, titles)


@lru_cache(maxsize=len(LANGUAGES))
def _ranking(language: str, titles: tuple[tuple[str, str], ...]) -> Ranking:
    # loads scikit-learn, which nobody should wait for who asks nothing
    from vssid.apps.assistant.answers.meaning import meaning
    from vssid.apps.assistant.answers.ranking import Ranking

    as_published = [Example(slug, title) for slug, title in titles]
    return Ranking(language, [*as_published, *examples(language)], meaning(language))


def _titles(language: str) -> Mapping[str, str]:
    return {one.slug: one.title for one in headings(Kind.QUESTION, today=clock.today(), language=language)}
