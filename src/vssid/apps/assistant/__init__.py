"""The virtual assistant: calls, conversations, approved answers and how they are found, what goes to people."""
