"""The relatives of a worked case, as the rules of survivors take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vssid.domain.law.benefits.survivors.formula import choice, rates, relative
from vssid.domain.law.engine.exact import Truth, Whole, truth, whole
from vssid.domain.law.engine.law import Law

Person = Mapping[str, Any]

SPOUSES = frozenset({"wife", "husband"})
WOMEN = frozenset({"wife", "mother", "mother_in_law", "grandmother", "sister"})
OLD_ENOUGH = 120
"""Years: above every retirement age."""


class Relatives:
    """``people`` in the order of the case. A relative whose age is not told is old enough, a child young."""

    def __init__(self, law: Law, people: Sequence[Person], deaths: int) -> None:
        self.law, self.people, self.deaths = law, people, deaths
        self.is_child = truth([person["kind"] == "child" for person in people])
        self._age = whole([self._age_of(person) for person in people])
        self._impairment = whole([person.get("impairment", 0) for person in people])
        self.qualify: Truth = relative(
            law,
            is_child=self.is_child,
            female=truth([person["kind"] in WOMEN for person in people]),
            relative_age=self._age,
            relative_impairment=self._impairment,
            own_income=whole([person.get("income", 0) for person in people]),
        )

    @staticmethod
    def _age_of(person: Person) -> int:
        return int(person.get("age", 0 if person["kind"] == "child" else OLD_ENOUGH))

    def rates(self) -> Whole:
        return self._rates([self._without_carer(person) for person in self.people])

    def rates_when_the_child_is_grown(self) -> Whole:
        """A grown child can care for the widowed parent."""
        return self._rates(
            [person["kind"] not in SPOUSES and self._without_carer(person) for person in self.people]
        )

    def all_may_choose(self) -> bool:
        """Whether everybody who qualifies may take the lump sum instead."""
        may = choice(
            self.law,
            is_child=self.is_child,
            is_spouse=truth([person["kind"] in SPOUSES for person in self.people]),
            relative_age=self._age,
            relative_impairment=self._impairment,
        )
        return bool((may | ~self.qualify).all())

    def _rates(self, without_carer: list[bool]) -> Whole:
        return rates(
            self.law,
            relative_qualifies=self.qualify,
            without_carer=truth(without_carer),
            deaths=whole(self.deaths),
        )

    def _without_carer(self, person: Person) -> bool:
        """An orphan; a widowed parent none of whose children is grown; a parent of the dead who has neither
        wife or husband nor other children. Circular 59/2015/TT-BLDTBXH examples 46 to 49.
        """
        if person["kind"] == "child":
            return bool(person.get("both_parents_dead", False))
        if person["kind"] in SPOUSES:
            if "other_children" in person:
                return bool(person["other_children"] == 0)
            return bool((self.is_child & self.qualify).any())
        alone = any(person.get(f"{who}_dead", False) for who in ("mother", "father", "spouse"))
        return alone and person.get("other_children", 0) == 0
