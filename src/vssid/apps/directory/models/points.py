"""Places people go to: offices, health facilities, collection points."""

from django.db import models

from vssid.kit.sharding import TableRole


class Office(models.Model):
    """A social-insurance office."""

    table_role = TableRole.REFERENCE

    code = models.CharField(max_length=8, primary_key=True)
    province_code = models.CharField(max_length=3)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.CharField(max_length=120, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)


class Facility(models.Model):
    """A health facility by its five-digit code; ``contract_since``/``until``: inclusive days."""

    table_role = TableRole.REFERENCE

    code = models.CharField(max_length=5, primary_key=True)
    province_code = models.CharField(max_length=3)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    contract_since = models.DateField(null=True)
    contract_until = models.DateField(null=True)
    sick_leave = models.BooleanField(null=True)


class CollectionPoint(models.Model):
    """Where voluntary and household contributions are taken."""

    table_role = TableRole.REFERENCE

    code = models.CharField(max_length=20, primary_key=True)
    province_code = models.CharField(max_length=3)
    ward_code = models.CharField(max_length=10, blank=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
