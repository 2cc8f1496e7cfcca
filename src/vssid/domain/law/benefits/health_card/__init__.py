"""The health-insurance card: when it begins, when a child's card ends, what its number says."""
