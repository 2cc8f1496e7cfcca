"""The monthly allowance of people without enough years for a pension, until the age of the social pension."""
