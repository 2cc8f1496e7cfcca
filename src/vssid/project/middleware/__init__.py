"""What happens around every page: request id, response headers, problems turned into pages."""
