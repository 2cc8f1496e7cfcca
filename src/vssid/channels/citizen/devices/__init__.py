"""Where one is signed in, and the way to end it."""
