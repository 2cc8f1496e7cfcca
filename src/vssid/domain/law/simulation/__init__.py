"""The law over a whole population: the same rules on arrays, and what a change of the law would do."""
