"""How well labelled questions are answered: for the tests, the bench and calibrating."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vssid.apps import content
from vssid.apps.assistant.answers.files import REFUSED, Example, Margins, examples, labelled, margins
from vssid.apps.assistant.answers.find import decided
from vssid.apps.assistant.answers.found import Answer, Choice, Nothing, Reason
from vssid.apps.assistant.answers.meaning import Meaning
from vssid.apps.assistant.answers.ranking import Ranking

_QUESTIONS = Path(content.__path__[0]) / "catalogue" / "questions"
_SENDS_AWAY = {Reason.OFF_TOPIC, Reason.ABUSE}


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts. ``first``, ``third``: ranked first or among three, whatever was then said; ``given``: given as
    the answer, and right; ``offered``: given or among the choices; ``wrong``: given as the answer, and not
    right, of all questions; ``refused``: answered with nothing, of those off topic; ``sent_away``: on topic,
    and told that it is off topic or abuse."""

    on_topic: int
    first: int
    third: int
    given: int
    offered: int
    off_topic: int
    refused: int
    wrong: int
    sent_away: int

    @property
    def asked(self) -> int:
        return self.on_topic + self.off_topic

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, name) + getattr(other, name) for name in Figures.__slots__))


def figures(language: str, ranking: Ranking, *, held_out: bool) -> Figures:
    """Of one half of the labelled set."""
    titles = shipped_titles(language)
    sums = Figures(*[0] * len(Figures.__slots__))
    for each in labelled(language):
        if each.held_out is held_out:
            bounds = margins(language, meaning=ranking.knows_meaning)
            sums += counted(each.entry, ranking.worths(each.text), titles, bounds)
    return sums


def counted(belongs: str, worths: Mapping[str, float], titles: Mapping[str, str], bounds: Margins) -> Figures:
    """A question alone."""
    found = decided(worths, titles, bounds)
    given = isinstance(found, Answer) and found.entry == belongs
    wrong = isinstance(found, Answer) and not given
    if belongs in REFUSED:
        return Figures(0, 0, 0, 0, 0, 1, isinstance(found, Nothing), wrong, 0)
    ranked = [name for name in worths if name in titles][:3]
    chosen = isinstance(found, Choice) and belongs in {one.entry for one in found.entries}
    sent_away = isinstance(found, Nothing) and found.reason in _SENDS_AWAY
    return Figures(1, ranked[0] == belongs, belongs in ranked, given, given or chosen, 0, 0, wrong, sent_away)


@cache
def shipped_titles(language: str) -> dict[str, str]:
    """The questions of the catalogue as they are shipped, without a database."""
    files = sorted(_QUESTIONS.glob(f"*/{language}.md"))
    return {file.parent.name: file.read_text().partition("\n")[0].removeprefix("# ") for file in files}


def ranking_of_shipped(language: str, meaning: Meaning | None = None) -> Ranking:
    titles = [Example(slug, title) for slug, title in shipped_titles(language).items()]
    return Ranking(language, [*titles, *examples(language)], meaning)
