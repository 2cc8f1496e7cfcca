"""What an employer pays on late contributions: until June 2025 by the month, since then by the day."""
