"""A supervisor looks over a record that an officer opened in an emergency."""
