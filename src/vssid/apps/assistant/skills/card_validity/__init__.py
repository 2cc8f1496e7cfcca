"""Whether the health card is valid, and until when."""
