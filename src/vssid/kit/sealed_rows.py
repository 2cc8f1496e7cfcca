"""Where the sealed columns of a table are sealed, and under whose key: read from the model.

A column that ends in ``_sealed`` is sealed as the field without that ending. The row is named by its primary
key, or by the columns in ``sealed_at``. ``sealed_under`` is the subject whose key seals it, made from columns
of the row and ``field`` (``"bulk_file:{digest},{field}"``); a model without one is sealed under the key ring.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

_ENDING = "_sealed"


def sealed_columns(model: type[Model]) -> tuple[str, ...]:
    names = (str(field.column) for field in model._meta.local_concrete_fields)
    return tuple(name for name in names if name.endswith(_ENDING))


def field_of(column: str) -> str:
    return column.removesuffix(_ENDING)


def place_columns(model: type[Model]) -> tuple[str, ...]:
    own: tuple[str, ...] = getattr(model, "sealed_at", ())
    return own or tuple(field.attname for field in model._meta.pk_fields)


def place_of(model: type[Model], row: Mapping[str, Any]) -> str:
    """The ``pk`` that :func:`vssid.kit.sealing.seal` takes."""
    return ",".join(str(row[column]) for column in place_columns(model))


def has_subjects(model: type[Model]) -> bool:
    return hasattr(model, "sealed_under")


def subject_of(model: type[Model], **row: Any) -> str:
    """Whose key seals the row; AttributeError when it is the key ring."""
    named: str = model.sealed_under  # type: ignore[attr-defined] # only some models have one
    return named.format(**row)
