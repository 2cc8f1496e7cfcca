"""Somebody came with VNeID, and it fits nobody on record, somebody who differs, or several."""
