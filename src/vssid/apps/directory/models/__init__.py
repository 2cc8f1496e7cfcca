"""Shared catalogues. A row is never deleted; a code that changed meaning stands twice with its dates."""

from vssid.apps.directory.models.employers import Employer
from vssid.apps.directory.models.entries import Entry, Word
from vssid.apps.directory.models.places import Province, UnitChange, Ward
from vssid.apps.directory.models.points import CollectionPoint, Facility, Office

__all__ = [
    "CollectionPoint",
    "Employer",
    "Entry",
    "Facility",
    "Office",
    "Province",
    "UnitChange",
    "Ward",
    "Word",
]
