"""VNeID, the national e-ID, by OpenID Connect: what may be believed of its answers, and nothing else."""
