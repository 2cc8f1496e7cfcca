"""The catalogue of messages: one folder a message under ``catalogue/``, found when the process starts."""
