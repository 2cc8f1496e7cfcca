"""Lists: rows, summary answers, tasks, people, chips and sub-tabs, numbered explanations."""

from __future__ import annotations

from collections.abc import Sequence

from vssid.ui.components.registry import register
from vssid.ui.elements import Item, Link, Person, Row, Task


@register.inclusion_tag("ui/components/rows.html")
def rows(items: Sequence[Row]) -> dict[str, object]:
    """``{% rows notices %}``: a list of :class:`~vssid.ui.elements.Row`; stands in a flush panel."""
    return {"items": items}


@register.inclusion_tag("ui/components/summary.html")
def summary_list(items: Sequence[Item]) -> dict[str, object]:
    """``{% summary_list answers %}``: labels and answers (:class:`~vssid.ui.elements.Item`)."""
    return {"items": items}


@register.inclusion_tag("ui/components/law_steps.html")
def law_steps(items: Sequence[object], laws: str) -> dict[str, object]:
    """``{% law_steps page.steps laws %}``: rules as they were applied, each with name, result, more_results,
    inputs, figures, lines, article, place and unsure, written out. ``laws``: the address below which rules
    and figures have their places."""
    return {"items": items, "laws": laws}


@register.inclusion_tag("ui/components/tasks.html")
def tasks(items: Sequence[Task], label: str) -> dict[str, object]:
    """``{% tasks tasks label=_("Frequent tasks") %}``: at most four (:class:`~vssid.ui.elements.Task`)."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/components/person_switch.html")
def person_switch(people: Sequence[Person], label: str) -> dict[str, object]:
    """``{% person_switch people label=_("Whose card") %}``: links; nothing is drawn for one person alone."""
    return {"people": people if len(people) > 1 else (), "label": label}


@register.inclusion_tag("ui/components/subtabs.html")
def subtabs(items: Sequence[Link], label: str) -> dict[str, object]:
    """``{% subtabs tabs label=_("Kind of insurance") %}``: parts of one subject; scrolls sideways."""
    return {"items": items, "label": label}


@register.inclusion_tag("ui/components/chips.html")
def chips(items: Sequence[Link], label: str) -> dict[str, object]:
    """``{% chips years label=_("Year") %}``: a filter; scrolls sideways."""
    return {"items": items, "label": label}
