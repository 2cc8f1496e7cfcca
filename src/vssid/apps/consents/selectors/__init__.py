"""May data be used, and what a person agreed to."""
