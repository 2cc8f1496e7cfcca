"""What a row of a catalogue or of a person was before a batch changed it."""

from django.db import models

from vssid.kit.sharding import TableRole


class BeforeImage(models.Model):
    """``row`` holds the column values as stored (sealed stays sealed); null when the batch made the row.

    ``key`` is the row's primary key as a JSON list of texts.
    """

    table_role = TableRole.LOCAL

    batch = models.ForeignKey("intake.Batch", on_delete=models.CASCADE)
    table = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    row = models.JSONField(null=True)

    class Meta:
        db_table = "before_image"
