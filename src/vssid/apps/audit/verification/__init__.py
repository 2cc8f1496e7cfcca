"""Re-computes the seals and says, place by place, where the log is no longer what was sealed."""
