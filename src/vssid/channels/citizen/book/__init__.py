"""The electronic social-insurance book on a page."""
