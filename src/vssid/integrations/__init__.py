"""One folder per outside system: a real client and a sandbox."""
