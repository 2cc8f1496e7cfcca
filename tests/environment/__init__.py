"""What tests run in: a private PostgreSQL, Chromium, the pinned day, the guard over statements."""
