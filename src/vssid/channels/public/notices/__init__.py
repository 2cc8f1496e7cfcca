"""What machines and finders of weaknesses look for: robots.txt and security.txt."""
