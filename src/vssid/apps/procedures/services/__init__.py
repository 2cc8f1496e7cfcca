"""Open, claim, release, ask, answer, resume, decide, confirm, send back; and look."""
