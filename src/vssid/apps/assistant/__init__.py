"""Calls, conversations, approved answers and how they are found, what people take over."""
