"""Maternity: leave and pay of mothers and fathers, after a pregnancy that ended, and the voluntary grant."""
