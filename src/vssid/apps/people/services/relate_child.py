"""A child comes to a parent or guardian by a decision of the agency: posted as a file of relations is.

A batch of its own, of two lines, one for either side: ``vssid import undo`` takes exactly it back, and a file
of relations that says the same later finds it standing.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from vssid.apps.intake.services.open_batch import open_batch
from vssid.apps.people.models import Relation
from vssid.kit.posting_numbers import posting_number

_KIND = "relations"


@transaction.atomic
def relate_child(*, guardian: int, child: int, relation: str, source: str, now: datetime) -> int:
    """The number of the batch. ``relation``: what the child is to the guardian, child or ward; ``source``:
    what the batch is called in the list of batches. For services that have checked the decision."""
    batch = open_batch(kind=_KIND, source=source, rows=2, now=now)
    _post(batch, 0, guardian, relation, child)
    _post(batch, 1, child, "parent", guardian)
    return batch


def _post(batch: int, line: int, person_id: int, relation: str, relative: int) -> None:
    """Line n has the odd number 2n + 1, as those of a file."""
    Relation.objects.create(
        person_id=person_id,
        seq=posting_number(batch, 2 * line + 1),
        relative_person_id=relative,
        relation=relation,
    )
