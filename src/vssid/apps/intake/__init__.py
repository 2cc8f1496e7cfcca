"""Files that come in: batches, staging, rejected lines, posting, taking back."""
