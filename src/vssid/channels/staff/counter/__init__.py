"""The counter: an officer sees a paper, starts, and the visitor finishes on a device of their own."""
