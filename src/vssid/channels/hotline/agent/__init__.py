"""The voice agent, a process of its own: telephony on one side, the dialogue in the middle, the core behind an address."""
