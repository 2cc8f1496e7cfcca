"""The visitor's door: home, help, language, document check."""
