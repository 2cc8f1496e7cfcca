"""Issue, withdraw and check papers."""
