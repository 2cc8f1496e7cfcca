"""What was paid in, month by month."""
