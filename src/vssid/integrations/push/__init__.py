"""Web push: encrypted pointers to the push services of browsers (RFC 8030, 8188, 8291, 8292)."""
