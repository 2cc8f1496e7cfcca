"""The chat: approved answers with their sources, facts of the own record, and a person when one is wanted."""
