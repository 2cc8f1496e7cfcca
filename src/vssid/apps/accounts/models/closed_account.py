"""That somebody closed their account here."""

from django.db import models

from vssid.kit.sharding import TableRole


class ClosedAccount(models.Model):
    """Kept so that no file of the agency opens it again: only its person does, by registering."""

    table_role = TableRole.LOCAL

    person_id = models.BigIntegerField(primary_key=True)
    closed_at = models.DateTimeField()

    class Meta:
        db_table = "closed_account"
