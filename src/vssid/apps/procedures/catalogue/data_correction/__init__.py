"""A person asks that something held on them be corrected or completed."""
