"""One module a subject; each has ``measure(people) -> list[Result]``."""
