"""An account the agency kept before this service, as its files tell it."""

from django.db import models

from vssid.kit.sharding import TableRole


class ImportedAccount(models.Model):
    """``status``: active, stopped or pending. ``guardian_person_id``: who holds the account of a child.

    ``phone_sealed`` and ``email_sealed`` with ``table="imported_account", pk="<person_id>,<seq>"``. What
    opens here is made anew from these rows: see :mod:`..services.settle_imported_accounts`.
    """

    table_role = TableRole.SCOPED

    pk = models.CompositePrimaryKey("person_id", "seq")
    person_id = models.BigIntegerField()
    seq = models.BigIntegerField()
    reversal_of = models.BigIntegerField(null=True)
    guardian_person_id = models.BigIntegerField(null=True)
    registered_on = models.DateField(null=True)
    approved_on = models.DateField(null=True)
    phone_confirmed_on = models.DateField(null=True)
    email_confirmed_on = models.DateField(null=True)
    last_used_on = models.DateField(null=True)
    status = models.CharField(max_length=8)
    channel = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=7, blank=True)
    approved_by_office = models.CharField(max_length=8, blank=True)
    phone_sealed = models.TextField(blank=True)
    email_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "imported_account"
