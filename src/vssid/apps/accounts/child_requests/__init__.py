"""A child that is missing from a parent's family: what is asked, what stands against it, who is told."""
