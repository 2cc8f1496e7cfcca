"""What was received."""
