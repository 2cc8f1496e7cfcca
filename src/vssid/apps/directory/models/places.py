"""Provinces and wards by date, and what became of a unit that was merged or renamed."""

from django.db import models

from vssid.kit.sharding import TableRole


class Province(models.Model):
    """A province or centrally run city; ``since`` and ``until`` are inclusive days."""

    table_role = TableRole.REFERENCE

    pk = models.CompositePrimaryKey("code", "since")
    code = models.CharField(max_length=3)
    since = models.DateField()
    until = models.DateField(null=True)
    name_vi = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)


class Ward(models.Model):
    """A commune, ward or special zone; before 2025-07-01 inside a district that is not kept."""

    table_role = TableRole.REFERENCE

    pk = models.CompositePrimaryKey("code", "since")
    code = models.CharField(max_length=10)
    since = models.DateField()
    until = models.DateField(null=True)
    province_code = models.CharField(max_length=3)
    name_vi = models.CharField(max_length=160)
    name_en = models.CharField(max_length=160, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    class Meta:
        indexes = [models.Index(fields=["province_code"], name="ward_province")]


class UnitChange(models.Model):
    """``old_code`` became ``new_code`` on ``since``; ``kind`` is province, ward, office or employer."""

    table_role = TableRole.REFERENCE

    pk = models.CompositePrimaryKey("kind", "old_code", "new_code", "since")
    kind = models.CharField(max_length=10)
    old_code = models.CharField(max_length=30)
    new_code = models.CharField(max_length=30)
    since = models.DateField()
