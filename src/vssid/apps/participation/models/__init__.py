"""The ledger of posted spells, and the spans folded from it for reading."""

from vssid.apps.participation.models.span import Span
from vssid.apps.participation.models.spell import Spell

__all__ = ["Span", "Spell"]
