"""The pension: who, from when, how much a month, and the lump sum beside it."""
