"""One folder a kind of case; see docs/develop/procedures.md."""
