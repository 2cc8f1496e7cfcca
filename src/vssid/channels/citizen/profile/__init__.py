"""What the agency holds about the person."""
