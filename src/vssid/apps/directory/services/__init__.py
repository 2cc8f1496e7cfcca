"""Keeps what is derived from the catalogues in step with them."""
