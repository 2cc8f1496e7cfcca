"""Sickness: days of a year, their pay, long illnesses, and parents at the bed of a child."""
