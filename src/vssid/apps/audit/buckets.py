"""The log is chained in parts, so that sealing scales and one person's rows stay in one chain."""

BUCKETS = 64


def bucket_of(person_id: int) -> int:
    return person_id % BUCKETS
