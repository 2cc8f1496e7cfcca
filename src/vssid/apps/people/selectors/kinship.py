"""Whether two people belong to one family, for the rule that nobody decides about their own."""

from __future__ import annotations

from collections import defaultdict

from vssid.apps.people.models import Relation
from vssid.domain.ledger.corrections import live


def are_kin(one: int, other: int) -> bool:
    """Related at most two steps apart: spouse, parent, sibling, grandparent, in-law. One statement.

    A relation that has ended counts: whoever was somebody's spouse does not decide about them.
    """
    rows = live(Relation.objects.filter(person_id__in=(one, other)).order_by("person_id", "seq"))
    kin: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        kin[row.person_id].add(row.relative_person_id)
    return other in kin[one] or one in kin[other] or bool(kin[one] & kin[other])
