"""Text messages. No carrier is joined yet; a client of one is a class here with ``open()``."""
