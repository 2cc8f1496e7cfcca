"""Whether two people belong to one family, for the rule that nobody decides about their own."""

from __future__ import annotations

from collections import defaultdict

from vssid.apps.people.models import Relation
from vssid.domain.casework.standing import Kin
from vssid.domain.ledger.corrections import live
from vssid.domain.values.actor import Actor


def are_kin(one: int, other: int) -> bool:
    """Related at most two steps apart: spouse, parent, sibling, grandparent, in-law. One statement.

    A relation that has ended counts: whoever was somebody's spouse does not decide about them.
    """
    rows = live(Relation.objects.filter(person_id__in=(one, other)).order_by("person_id", "seq"))
    kin: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        kin[row.person_id].add(row.relative_person_id)
    return other in kin[one] or one in kin[other] or bool(kin[one] & kin[other])


def kin_to(actor: Actor, *people: int) -> Kin:
    """What the actor is to ``people``, the closest first: nobody of the staff serves themselves or family."""
    if actor.person_id is None:
        return Kin.NONE
    if actor.person_id in people:
        return Kin.SELF
    return Kin.FAMILY if any(are_kin(actor.person_id, one) for one in people) else Kin.NONE
