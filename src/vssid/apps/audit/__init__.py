"""Who looked at or changed whose data: written once, sealed, readable by the person."""
