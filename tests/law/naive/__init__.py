"""A second, slow and obvious reading of the articles: one person at a time, in exact fractions."""
