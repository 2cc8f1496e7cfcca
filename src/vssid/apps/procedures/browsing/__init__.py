"""Officers who look at more, or at others, than their work explains: found in the log."""
