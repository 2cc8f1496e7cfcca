"""What is held on the person, and a copy of it to keep."""
