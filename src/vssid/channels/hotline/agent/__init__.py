"""The voice agent, a process of its own: between telephony and the core it holds the dialogue."""
