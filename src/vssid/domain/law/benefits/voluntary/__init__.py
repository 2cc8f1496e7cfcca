"""Contributions to the voluntary scheme: monthly, ahead, for missing time; refunds; the State support."""
