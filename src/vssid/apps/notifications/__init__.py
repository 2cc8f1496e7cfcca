"""What people are told: the inbox, the message catalogue, preferences, and the outbox of deliveries."""
