"""A person says of an entry in their log: that was not me."""
