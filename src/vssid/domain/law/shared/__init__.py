"""Figures that several benefits and contributions share."""
