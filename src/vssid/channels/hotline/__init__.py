"""The telephone door: the voice agent, and the internal addresses by which it reaches the core."""
