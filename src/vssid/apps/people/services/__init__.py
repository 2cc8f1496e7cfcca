"""Finding people by their numbers, and posting them."""
