"""A parent or guardian asks that a child missing from the agency's files be added to their family."""
