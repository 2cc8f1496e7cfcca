"""The door of the agency's staff under /staff/: sign-in with a second factor, and the console."""
