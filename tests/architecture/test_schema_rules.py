"""The schema rules find each kind of fault, and find none in the product."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from vssid.kit.sharding import TableRole
from vssid.project.schema_rules import check_tables, findings


def _codes(model: type[models.Model]) -> set[str]:
    return {str(finding.id) for finding in findings(model)}


def test_the_product_keeps_the_rules() -> None:
    assert check_tables(None) == []


def test_every_table_of_ours_has_a_role() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("vssid.")]
    assert len(ours) > 20
    assert all(isinstance(model.table_role, TableRole) for model in ours)  # type: ignore[attr-defined]


def test_finds_each_fault() -> None:
    class NoPersonFirst(models.Model):
        table_role = TableRole.SCOPED
        pk = models.CompositePrimaryKey("seq", "person_id")
        seq = models.BigIntegerField()
        person_id = models.BigIntegerField()

        class Meta:
            app_label = "faults"

    class Numbered(models.Model):
        table_role = TableRole.SCOPED
        person_id = models.BigIntegerField()

        class Meta:
            app_label = "faults"

    class UniqueWithoutPerson(models.Model):
        table_role = TableRole.SCOPED
        pk = models.CompositePrimaryKey("person_id", "seq")
        person_id = models.BigIntegerField()
        seq = models.BigIntegerField()
        serial = models.CharField(max_length=5, unique=True)

        class Meta:
            app_label = "faults"

    class SharedPointsAtPerson(models.Model):
        table_role = TableRole.REFERENCE
        person = models.ForeignKey("people.Person", on_delete=models.CASCADE)

        class Meta:
            app_label = "faults"

    class PersonalPointsAtLocal(models.Model):
        table_role = TableRole.SCOPED
        pk = models.CompositePrimaryKey("person_id", "seq")
        person_id = models.BigIntegerField()
        seq = models.BigIntegerField()
        account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")

        class Meta:
            app_label = "faults"

    try:
        assert _codes(NoPersonFirst) == {"vssid.K1"}
        assert _codes(Numbered) == {"vssid.K1", "vssid.K2"}
        assert _codes(UniqueWithoutPerson) == {"vssid.K3"}
        assert _codes(SharedPointsAtPerson) == {"vssid.F1"}
        assert _codes(PersonalPointsAtLocal) == {"vssid.F2"}
    finally:
        del apps.all_models["faults"]
        apps.clear_cache()
