"""The person closes their account, or keeps it after all."""
