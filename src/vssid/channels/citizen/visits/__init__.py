"""Clinic visits, shown after the person confirms identity."""
