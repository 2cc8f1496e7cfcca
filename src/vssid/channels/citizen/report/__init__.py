"""The screen "this is wrong" and "not me"."""
