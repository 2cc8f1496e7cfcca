"""Every component in every state and some whole pages, with invented values; mounted in development only."""
