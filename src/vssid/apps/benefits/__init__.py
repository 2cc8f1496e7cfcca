"""Benefits decided and paid."""
