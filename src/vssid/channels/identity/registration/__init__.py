"""Registering for an account: one question a page, kept as they are answered."""
