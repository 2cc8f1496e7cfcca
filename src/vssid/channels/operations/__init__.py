"""Health and readiness for the people who run the service."""
