"""One file, posted in one transaction."""

from django.db import models

from vssid.kit.sharding import TableRole


class BatchState(models.TextChoices):
    POSTED = "posted"
    UNDONE = "undone"


class Batch(models.Model):
    """``digest`` is the SHA-256 of the file: a digest that stands posted is never posted again."""

    table_role = TableRole.LOCAL

    id = models.AutoField(primary_key=True)
    kind = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    file_name = models.CharField(max_length=255)
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=6, choices=BatchState.choices, default=BatchState.POSTED)
    rows_read = models.IntegerField(default=0)
    rows_new = models.IntegerField(default=0)
    rows_corrected = models.IntegerField(default=0)
    rows_same = models.IntegerField(default=0)
    rows_rejected = models.IntegerField(default=0)
    rows_warned = models.IntegerField(default=0)
    posted_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "batch"
        constraints = [
            models.UniqueConstraint(
                fields=["digest"], condition=models.Q(state="posted"), name="batch_digest_posted_once"
            )
        ]
