"""The social pension of a month in OpenFisca-Core: run by the peer's own Python, prints people per second.

The same rule as ``social_pension.amount``, written the way its guide writes one: a parameterised amount,
conditions on the person's variables.
"""

import sys
import time

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Person = build_entity(key="person", plural="persons", label="", is_person=True)
AMOUNT, AGE, AGE_POOR = 500_000, 75, 70
ASKED = "2026-07"


class age(Variable):  # noqa: N801 - the library reads the name
    value_type = int
    entity = Person
    definition_period = MONTH


class poor(Variable):  # noqa: N801
    value_type = bool
    entity = Person
    definition_period = MONTH


class other_pension(Variable):  # noqa: N801
    value_type = int
    entity = Person
    definition_period = MONTH


class requested(Variable):  # noqa: N801
    value_type = bool
    entity = Person
    definition_period = MONTH


class social_pension(Variable):  # noqa: N801
    value_type = int
    entity = Person
    definition_period = MONTH

    def formula(self, period):
        least = np.where(self("poor", period), AGE_POOR, AGE)
        due = (self("age", period) >= least) & self("requested", period)
        return np.where(due & (self("other_pension", period) < AMOUNT), AMOUNT, 0)


def main(people: int, rounds: int) -> None:
    system = TaxBenefitSystem([Person])
    system.add_variables(age, poor, other_pension, requested, social_pension)
    rng = np.random.default_rng(1)
    given = {
        "age": rng.integers(20, 100, people),
        "poor": rng.random(people) < 0.1,
        "other_pension": np.where(rng.random(people) < 0.7, 0, rng.integers(0, 1_000_000, people)),
        "requested": rng.random(people) < 0.9,
    }
    best = 0.0
    for _ in range(rounds):
        simulation = SimulationBuilder().build_default_simulation(system, count=people)
        for name, values in given.items():
            simulation.set_input(name, ASKED, values)
        began = time.perf_counter()
        simulation.calculate("social_pension", ASKED)
        best = max(best, people / (time.perf_counter() - began))
    print(best)


main(int(sys.argv[1]), int(sys.argv[2]))
