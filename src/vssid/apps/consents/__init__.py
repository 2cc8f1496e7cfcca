"""What a person's data are used for beyond duty: what they agreed to, and what an officer limited for
them."""
