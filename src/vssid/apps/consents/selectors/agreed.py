"""Who agreed to a use, for rounds that tell many."""

from __future__ import annotations

from vssid.apps.consents.models import Consent
from vssid.apps.consents.purposes import Purpose, uses
from vssid.kit.sharding import cross_shard


def agreed_to(purpose: Purpose, *, after: int, most: int) -> list[int]:
    """The next ``most`` people after the person ``after`` whose yes to the words of today stands. Whether it
    was limited for them is asked where they are told (:mod:`.gate`)."""
    standing = Consent.objects.filter(
        purpose=purpose, version__gte=uses()[purpose].version, ended_at=None, person_id__gt=after
    )
    with cross_shard("whoever agreed is told"):
        return list(standing.order_by("person_id").values_list("person_id", flat=True)[:most])
