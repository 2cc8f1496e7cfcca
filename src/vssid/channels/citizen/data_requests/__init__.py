"""Asking that data be corrected, limited, explained; and how each request stands."""
