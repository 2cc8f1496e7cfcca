"""The virtual assistant: calls and conversations, approved answers and how they are found, what is handed to people."""
