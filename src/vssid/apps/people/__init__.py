"""The insured person, the numbers that find them, and who belongs to whom."""
