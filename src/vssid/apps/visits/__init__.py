"""Clinic visits with their lines and certificates."""
