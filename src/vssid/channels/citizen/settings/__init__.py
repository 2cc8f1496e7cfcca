"""Language, text size, theme."""
