"""Maternity: leave and pay at birth, for the father, after a pregnancy that ended, and the voluntary grant."""
