"""Benefits with their decisions, paid as the law of their day pays them."""
