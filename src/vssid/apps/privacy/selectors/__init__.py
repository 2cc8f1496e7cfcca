"""What is held on the person who asks."""
