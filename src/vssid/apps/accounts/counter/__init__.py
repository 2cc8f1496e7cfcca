"""A visit to the counter: an officer has seen the paper, and starts what the visitor finishes alone."""
