"""The insured person."""

from django.db import models

from vssid.kit.sharding import TableRole


class Person(models.Model):
    """One insured person. ``person_id`` is given by the application, never changed and never shown.

    ``born_on`` is the earliest day the known part of the birth date allows and ``born_precision`` says how
    much is known (``day``, ``month``, ``year``). Columns ending in ``_sealed`` open with ``table="person",
    pk=person_id`` and the name without the ending. ``batch`` is the batch that first brought the person.
    """

    table_role = TableRole.ROOT

    person_id = models.BigIntegerField(primary_key=True)
    batch = models.IntegerField()
    born_on = models.DateField(null=True)
    died_on = models.DateField(null=True)
    born_precision = models.CharField(max_length=5, blank=True)
    sex = models.CharField(max_length=6, blank=True)
    nationality = models.CharField(max_length=2, blank=True)
    ethnicity = models.CharField(max_length=30, blank=True)
    province_code = models.CharField(max_length=3, blank=True)
    ward_code = models.CharField(max_length=10, blank=True)
    office_code = models.CharField(max_length=8, blank=True)
    full_name = models.CharField(max_length=120)
    insurance_number_sealed = models.TextField(blank=True)
    national_id_sealed = models.TextField(blank=True)
    passport_number_sealed = models.TextField(blank=True)
    phone_sealed = models.TextField(blank=True)
    email_sealed = models.TextField(blank=True)
    address_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "person"
        indexes = [models.Index(fields=["born_on", "province_code"], name="person_birth_place")]
