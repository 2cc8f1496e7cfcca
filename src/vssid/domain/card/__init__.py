"""The health-insurance card: benefit level, validity, five-year date, the words of the level."""
