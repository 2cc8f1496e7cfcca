"""Passwords: argon2id at the OWASP minimum, a deliberate cost that 35 million sign-ins can still pay."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """19 MiB, two passes, one lane: about 24 ms a try on one core."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
