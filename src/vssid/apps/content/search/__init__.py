"""Search over the published texts: words without accents, forgiving matches, ranking, marking."""
