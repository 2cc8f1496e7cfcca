"""Atomic counters that guard sign-in and look-ups, and locks of periodic work."""
