"""A list of people for whom their employer or school asks for accounts."""

from django.db import models

from vssid.kit.sharding import TableRole


class BulkFile(models.Model):
    """Handed in by ``officer`` (a pseudonym) with ``role``, of ``office_code``, for ``employer_code``.

    ``channel``: employer or school. ``digest``: keyed hash of unit and contents: a list is taken once.
    ``file_sealed`` and ``rejects_sealed``: ``table="bulk_file", pk=digest``, field ``file`` and ``rejects``;
    the list goes when the work on it is done.
    """

    table_role = TableRole.LOCAL
    sealed_at = ("digest",)
    sealed_under = "bulk_file:{digest},{field}"

    officer = models.CharField(max_length=16)
    role = models.CharField(max_length=10)
    office_code = models.CharField(max_length=8)
    employer_code = models.CharField(max_length=30)
    channel = models.CharField(max_length=12)
    language = models.CharField(max_length=7)
    digest = models.CharField(max_length=43, unique=True)
    handed_in_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    rows_read = models.IntegerField()
    rows_done = models.IntegerField(default=0)
    rows_opened = models.IntegerField(default=0)
    rows_rejected = models.IntegerField(default=0)
    file_sealed = models.TextField(blank=True)
    rejects_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "bulk_file"
        indexes = [models.Index(fields=["office_code", "handed_in_at"], name="bulk_file_office")]
