"""Small named tools without business meaning. No tables."""
