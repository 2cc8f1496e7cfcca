"""The doors people and machines come in by: values in, one call, response out."""
