"""The law computed a second time, and what must hold of every formula."""
