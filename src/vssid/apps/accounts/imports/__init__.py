"""The files this app takes."""
