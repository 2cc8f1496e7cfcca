"""What machines and finders of weaknesses look for: robots.txt, sitemap.xml and security.txt."""
