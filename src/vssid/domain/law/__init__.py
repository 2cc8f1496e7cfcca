"""What the acts say in figures and formulas, by the day they are in force."""
