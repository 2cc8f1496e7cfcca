"""The fixed cast of the demonstration and its stories."""
