"""The queue, one case for who works on it, and a person's own cases."""
