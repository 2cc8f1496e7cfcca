"""Steps and figures of the law in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from vssid.domain.law.catalogue import quantities
from vssid.domain.law.engine.parameter import Confidence, Unit
from vssid.domain.law.engine.trace import Figure, Step, Used
from vssid.domain.law.parameters import parameter
from vssid.domain.values.months import Month
from vssid.kit import formats
from vssid.kit.formats.numbers import decimal
from vssid.kit.formats.sentences import named

_CITED = re.compile(r"\bart\. (\d+[a-z]?)((?:\(\w+\))*)")


@dataclass(frozen=True, slots=True)
class SpokenStep:
    """``name`` what was settled, ``result`` its figures, ``inputs`` and ``figures`` as "name: value", the
    latter with their source; ``article`` the article it rests on; ``unsure``: a figure nobody read in an
    act."""

    name: str
    result: str
    more_results: tuple[str, ...]
    inputs: tuple[str, ...]
    figures: tuple[str, ...]
    article: str
    unsure: bool


def spoken(steps: Iterable[Step]) -> list[SpokenStep]:
    return [_spoken(step) for step in steps]


def value_in_words(name: str, value: Figure) -> str:
    """A figure by the unit of its quantity: money, a percentage, years and months, a day."""
    quantity = quantities()[name]
    if isinstance(value, tuple):
        return " · ".join(counted(quantity.unit, part) for part in value)
    if quantity.words and not isinstance(value, bool):
        return _(quantity.words[value])
    return counted(quantity.unit, value)


def label_of(name: str) -> str:
    return _(quantities()[name].label)


def counted(unit: Unit, value: int | bool) -> str:
    """A whole number as its unit is read."""
    match unit:
        case Unit.YES_NO:
            return _("yes") if value else _("no")
        case Unit.DONG:
            return formats.money(value)
        case Unit.PPM:
            return formats.percent(Decimal(value) / 10_000)
        case Unit.PERCENT:
            return formats.percent(value)
        case Unit.MONTHS:
            return formats.years_and_months(value)
        case Unit.HALF_YEARS:
            return formats.years_and_months(6 * value)
        case Unit.MONTH:
            return formats.month(Month(value))
        case Unit.DATE:
            return formats.day(date.fromordinal(value))
        case Unit.HUNDREDTHS:
            return decimal(Decimal(value) / 100)
        case Unit.HALF_DAYS:
            return decimal(Decimal(value) / 2)
    return formats.integer(value)


def cited(article: str) -> str:
    """``Law 41/2024/QH15 art. 66(1)`` in the reader's language."""
    words = {
        "Law": _("Law"),
        "Decree": _("Decree"),
        "Circular": _("Circular"),
        "Resolution": _("Resolution"),
        "Decision": _("Decision"),
    }
    said = re.sub(r"\b(" + "|".join(words) + r")\b", lambda found: words[found[1]], article)
    return _CITED.sub(lambda found: _article(found[1]) + found[2], said)


def _article(number: str) -> str:
    return _("article %(number)s") % {"number": number}


def _spoken(step: Step) -> SpokenStep:
    results = [(name, value_in_words(name, value)) for name, value in step.result.items()]
    return SpokenStep(
        name=_(step.words),
        result=results[0][1] if len(results) == 1 else "",
        more_results=tuple(named(label_of(n), v) for n, v in results) if len(results) > 1 else (),
        inputs=tuple(named(label_of(n), value_in_words(n, v)) for n, v in step.inputs.items()),
        figures=tuple(_figures(step.used)),
        article=cited(step.article),
        unsure=any(used.entry.confidence.place > Confidence.B.place for used in step.used),
    )


def _figures(used: Iterable[Used]) -> Iterator[str]:
    for one in used:
        about = parameter(one.name)
        source = one.entry.sources[0]
        value = counted(about.unit, one.value)
        cite = cited(" ".join(part for part in (source.act, source.article) if part))
        yield named(_(about.title), f"{value} ({cite})")
