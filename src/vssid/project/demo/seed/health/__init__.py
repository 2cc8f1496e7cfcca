"""Health insurance in use: cards, visits with their charges, certificates."""
