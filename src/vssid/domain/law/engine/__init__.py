"""The machinery of the law that knows no single rule: dated parameters so far."""
