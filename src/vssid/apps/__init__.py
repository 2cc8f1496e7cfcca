"""What the agency knows and does; each app owns its tables and its use cases."""
