"""Steps run in a child process with the product's settings; each prints one line of JSON."""
