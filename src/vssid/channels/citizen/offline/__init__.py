"""What a device may keep of the person's pages, so that they open without network."""
