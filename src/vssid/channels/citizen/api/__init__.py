"""The JSON interface of the person's own app."""
