"""VssID: an open platform for digital social insurance."""
