"""Was this useful? One answer, without knowing whose."""
