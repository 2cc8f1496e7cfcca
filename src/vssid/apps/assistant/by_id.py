"""Rows that are known outside by a random id."""

from __future__ import annotations

import uuid
from typing import TypeVar

from django.db.models import Model, QuerySet

from vssid.domain.values.problem import NotFound

M = TypeVar("M", bound=Model)


def row_of(rows: QuerySet[M], public_id: str, *, locked: bool = False) -> M:
    """Of ``rows`` the one under these 32 hexadecimal digits; NotFound for any other text.

    ``locked``: inside a transaction, until its end; rows it was joined with are not.
    """
    try:
        key = uuid.UUID(hex=public_id)
    except ValueError:
        raise NotFound from None
    row = (rows.select_for_update(of=("self",)) if locked else rows).filter(pk=key).first()
    if row is None:
        raise NotFound
    return row
