"""Cards as issued."""

from vssid.apps.healthcard.models.card import Card

__all__ = ["Card"]
