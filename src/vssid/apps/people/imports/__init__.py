"""The files this app takes, and the column by which others name a person."""
