"""What is new in this software, version by version."""
