"""A record that was opened in an emergency."""

from django.db import models

from vssid.kit.sharding import TableRole


class EmergencyLook(models.Model):
    """Written once. ``officer``: the pseudonym; ``officer_person_id``: names them to whoever reviews it.
    ``words_sealed``: why, ``table="emergency_look", pk=id, field="words"``."""

    table_role = TableRole.LOCAL
    sealed_under = "emergency_look:{id}"

    person_id = models.BigIntegerField()
    officer_person_id = models.BigIntegerField()
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    officer = models.CharField(max_length=16)
    office_code = models.CharField(max_length=8)
    words_sealed = models.TextField()

    class Meta:
        db_table = "emergency_look"
        indexes = [models.Index(fields=["officer", "expires_at"], name="emergency_look_officer")]
