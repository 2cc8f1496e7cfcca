"""What editors see in the admin: a form for a version in five languages, its preview."""
