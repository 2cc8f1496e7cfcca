"""One look at, or change of, a person's data."""

from django.db import models

from vssid.kit.sharding import TableRole

_BY_STAFF = models.Q(actor_kind="officer")


class AccessEvent(models.Model):
    """Written once, never changed. ``seq`` grows with time; ``bucket`` is person_id mod 64.

    ``actor_name`` is the institution, the office with the role, or the job; never a staff member's own
    name (``actor_ref`` holds the pseudonym that a complaint resolves). ``visible_from`` is set when a
    recorded legal ground (``delay_ground``) delays showing the row to the person.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "month", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    visible_from = models.DateTimeField(null=True)
    month = models.IntegerField()
    bucket = models.SmallIntegerField()
    action = models.CharField(max_length=10)
    data_group = models.CharField(max_length=20)
    actor_kind = models.CharField(max_length=10)
    actor_ref = models.CharField(max_length=64, blank=True)
    actor_name = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=40)
    case = models.CharField(max_length=40, blank=True)
    channel = models.CharField(max_length=12)
    delay_ground = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "access_event"
        indexes = [
            models.Index(fields=["bucket", "seq"], name="access_event_bucket"),
            # few rows beside those of the people themselves
            models.Index(fields=["actor_ref", "at"], name="access_event_staff", condition=_BY_STAFF),
            models.Index(fields=["at"], name="access_event_staff_at", condition=_BY_STAFF),
        ]
