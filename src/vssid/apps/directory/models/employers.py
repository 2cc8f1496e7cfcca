"""Units that contribute for people."""

from django.db import models

from vssid.kit.sharding import TableRole


class Employer(models.Model):
    """A contributing unit; ``region`` I-IV is its minimum-wage region."""

    table_role = TableRole.REFERENCE

    code = models.CharField(max_length=30, primary_key=True)
    tax_code = models.CharField(max_length=14, blank=True)
    province_code = models.CharField(max_length=3)
    office_code = models.CharField(max_length=8, blank=True)
    region = models.CharField(max_length=3, blank=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
