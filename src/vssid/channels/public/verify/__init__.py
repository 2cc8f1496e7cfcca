"""Anybody with a paper in hand asks whether it is valid."""
