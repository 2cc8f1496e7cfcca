"""Reads about batches and readiness."""
