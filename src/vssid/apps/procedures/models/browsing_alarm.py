"""Looks of one officer on one day that break a rule."""

from django.db import models

from vssid.kit.sharding import TableRole

COMPLAINT = "complaint"
"""In the place of a rule: a person complained, and no reason was found."""


class BrowsingAlarm(models.Model):
    """``officer``: the pseudonym of the log; ``rule``: a code of ``browsing/rules.toml``. ``times``: as the
    rule counts, when the alarm was raised. Whom they looked at stands in the log alone."""

    table_role = TableRole.LOCAL

    officer = models.CharField(max_length=16)
    officer_person_id = models.BigIntegerField()
    office_code = models.CharField(max_length=8)
    rule = models.CharField(max_length=30)
    day = models.DateField()
    times = models.IntegerField()
    since = models.DateTimeField()
    until = models.DateTimeField()
    raised_at = models.DateTimeField()

    class Meta:
        db_table = "browsing_alarm"
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "rule", "day"],
                condition=~models.Q(rule=COMPLAINT),
                name="browsing_alarm_once_a_day",
            )
        ]
