"""Text messages over the gateway of a telephone company."""
