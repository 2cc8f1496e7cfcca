"""A person says of an entry or a figure: this is wrong."""
