"""The one question before data are used for anything but the agency's duty."""

from __future__ import annotations

from collections.abc import Collection

from vssid.apps.consents.models import Consent, Restriction
from vssid.apps.consents.purposes import Ground, Purpose, uses


def allowed(purpose: Purpose, person_ids: Collection[int]) -> frozenset[int]:
    """Those whose data may be used for it now. A duty asks nobody: no statement; a task one, a consent
    two."""
    people, use = frozenset(person_ids), uses()[purpose]
    if use.ground is Ground.DUTY or not people:
        return people
    if use.ground is Ground.CONSENT:
        standing = Consent.objects.filter(
            person_id__in=people, purpose=purpose, version__gte=use.version, ended_at=None
        )
        people = frozenset(standing.values_list("person_id", flat=True))
        if not people:
            return people
    limited = Restriction.objects.filter(person_id__in=people, purpose=purpose, until=None)
    return people - frozenset(limited.values_list("person_id", flat=True))
