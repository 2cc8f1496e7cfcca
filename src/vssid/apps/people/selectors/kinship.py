"""Whether two people belong to one family, for the rule that nobody decides about their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from vssid.apps.people.models import Relation
from vssid.domain.casework.standing import Kin
from vssid.domain.ledger.corrections import live
from vssid.domain.values.actor import Actor


def kin_of(one: int, others: Collection[int]) -> frozenset[int]:
    """Who of ``others`` is related at most two steps apart: spouse, parent, sibling, grandparent, in-law. One
    statement.

    A relation that has ended counts: whoever was somebody's spouse does not decide about them.
    """
    rows = live(Relation.objects.filter(person_id__in={one, *others}).order_by("person_id", "seq"))
    kin: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        kin[row.person_id].add(row.relative_person_id)
    return frozenset(
        other
        for other in others
        if other != one and (other in kin[one] or one in kin[other] or bool(kin[one] & kin[other]))
    )


def kin_to(actor: Actor, *people: int) -> Kin:
    """What the actor is to ``people``, the closest first: nobody of the staff serves themselves or family."""
    if actor.person_id is None:
        return Kin.NONE
    if actor.person_id in people:
        return Kin.SELF
    return Kin.FAMILY if kin_of(actor.person_id, people) else Kin.NONE
