"""Contribution spells turned into months, gaps, totals and spans; corrections as reversals."""
