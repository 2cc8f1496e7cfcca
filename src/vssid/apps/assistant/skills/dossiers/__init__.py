"""How reports and requests stand, and what is asked."""
