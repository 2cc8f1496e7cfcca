"""Words under the forms a slip of the finger gives them, and the entries of the rows that stand already."""

from __future__ import annotations

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_CATALOGUES = ("Office", "Facility", "Employer", "CollectionPoint")


def fill(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Nothing to read on a new database; there the import makes the entries."""
    if not any(apps.get_model("directory", name).objects.exists() for name in _CATALOGUES):
        return
    from vssid.apps.directory.services.remake_entries import remake_all_entries

    for kind in ("office", "facility", "employer", "point"):
        remake_all_entries(kind)


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_entries")]

    operations = [
        migrations.DeleteModel(name="Word"),
        migrations.CreateModel(
            name="Word",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "kind", "form", "word", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=8)),
                ("form", models.CharField(max_length=60)),
                ("word", models.CharField(max_length=60)),
                ("count", models.IntegerField()),
            ],
            options={"db_table": "directory_word"},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
