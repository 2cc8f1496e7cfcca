"""The health card, one's own and the family's."""
