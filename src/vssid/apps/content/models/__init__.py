"""Entries, their dated versions and texts; what readers found useful."""

from vssid.apps.content.models.entries import Entry, Stamp, Text, Version
from vssid.apps.content.models.feedback import Feedback, FeedbackSalt

__all__ = ["Entry", "Feedback", "FeedbackSalt", "Stamp", "Text", "Version"]
