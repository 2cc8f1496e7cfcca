"""Estimates that were kept."""

from vssid.apps.estimates.models.estimate import Estimate

__all__ = ["Estimate"]
