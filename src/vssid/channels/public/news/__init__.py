"""News of the agency, as pages and as a feed."""
