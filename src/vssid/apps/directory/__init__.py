"""Shared catalogues: provinces, wards, offices, facilities, employers, collection points."""
