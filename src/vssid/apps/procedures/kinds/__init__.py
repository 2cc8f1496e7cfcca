"""The kinds of cases: one folder each under ``catalogue/``, found and checked when the process starts."""
