"""The officers' console: the queue of an office, and one case."""
