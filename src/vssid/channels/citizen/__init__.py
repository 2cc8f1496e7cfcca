"""The insured person's own app under /me/, and its API."""
