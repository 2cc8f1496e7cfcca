"""Somebody stands before an officer and shows a paper."""

from django.db import models

from vssid.kit.sharding import TableRole


class CounterVisit(models.Model):
    """``officer`` and ``second`` are pseudonyms; ``paper`` and ``purpose`` codes of :mod:`..counter.visits`.

    ``channel`` with ``address_sealed`` (``table="counter_visit", pk=id, field="address"``): a new contact the
    visitor named, empty otherwise. ``code``: the serial of the code that went to it; whoever redeems it has
    proved the contact. ``decision``: what came of the last request, a code of :class:`..resets.Decision`.
    """

    table_role = TableRole.LOCAL
    sealed_under = "counter_visit:{id}"

    person_id = models.BigIntegerField()
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    officer = models.CharField(max_length=16)
    second = models.CharField(max_length=16, blank=True)
    office_code = models.CharField(max_length=8)
    paper = models.CharField(max_length=12)
    purpose = models.CharField(max_length=12)
    channel = models.CharField(max_length=6, blank=True)
    address_sealed = models.TextField(blank=True)
    code = models.CharField(max_length=16, blank=True)
    decision = models.CharField(max_length=12, blank=True)

    class Meta:
        db_table = "counter_visit"
        indexes = [
            models.Index(fields=["office_code", "expires_at"], name="counter_visit_office"),
            models.Index(fields=["code"], condition=~models.Q(code=""), name="counter_visit_code"),
        ]
