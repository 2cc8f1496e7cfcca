"""What somebody who looks after staff has asked for, and who has decided it."""

from django.db import models

from vssid.kit.sharding import TableRole


class StaffChange(models.Model):
    """``wish`` and ``state``: codes of :mod:`..staff_changes`. ``asked_by`` and ``decided_by``: pseudonyms,
    never the same. ``moved_at``: when it came into its state."""

    table_role = TableRole.LOCAL

    person_id = models.BigIntegerField()
    wish = models.CharField(max_length=8)
    role = models.CharField(max_length=20)
    office_code = models.CharField(max_length=8)
    asked_by = models.CharField(max_length=16)
    asker_person_id = models.BigIntegerField()
    asked_at = models.DateTimeField()
    decided_by = models.CharField(max_length=16, blank=True)
    state = models.CharField(max_length=8)
    moved_at = models.DateTimeField()

    class Meta:
        db_table = "staff_change"
        indexes = [models.Index(fields=["office_code", "moved_at"], name="staff_change_office")]
        constraints = [
            models.UniqueConstraint(
                fields=["person_id"],
                condition=models.Q(state__in=("asked", "approved")),
                name="staff_change_one_open",
            ),
            models.CheckConstraint(
                condition=~models.Q(asked_by=models.F("decided_by")), name="staff_change_two_people"
            ),
        ]
