"""Survivors: funeral grant, monthly benefits of relatives, and lump sums."""
