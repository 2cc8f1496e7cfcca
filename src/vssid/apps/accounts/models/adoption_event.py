"""What shows how far the service has come among people; it names nobody."""

from django.db import models

from vssid.kit.sharding import TableRole


class AdoptionEvent(models.Model):
    """``event``: one of :class:`vssid.apps.accounts.adoption.Adoption`. ``source``: one of its ``Source``,
    empty when not known, or the file (``batch 7``); ``office``: the code of the office concerned, empty when
    none. ``times``: how often; below zero where a later file corrects an earlier one. Sum it."""

    table_role = TableRole.LOCAL

    day = models.DateField()
    event = models.CharField(max_length=20)
    channel = models.CharField(max_length=12, blank=True)
    source = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=7, blank=True)
    office = models.CharField(max_length=8, blank=True)
    times = models.IntegerField(default=1)

    class Meta:
        db_table = "adoption_event"
        indexes = [models.Index(fields=["day", "event"], name="adoption_event_day")]
