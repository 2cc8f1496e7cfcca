"""What must hold when a process dies in the middle of it."""
