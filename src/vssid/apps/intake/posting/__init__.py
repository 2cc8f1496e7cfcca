"""The two usual ways of posting: adding to a ledger of persons, and keeping a catalogue up to date."""

from vssid.apps.intake.posting.catalogue import CatalogueTable
from vssid.apps.intake.posting.ledger import LedgerTable

__all__ = ["CatalogueTable", "LedgerTable"]
