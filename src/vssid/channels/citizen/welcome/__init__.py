"""The first five minutes: three short pages over the person's own card and months."""
