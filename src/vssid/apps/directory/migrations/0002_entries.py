"""Search entries with a trigram index. The next migration fills them."""

from __future__ import annotations

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.utils import DatabaseError

_SQLITE = (
    "CREATE VIRTUAL TABLE directory_entry_trigrams USING fts5("
    "folded, content='directory_entry', content_rowid='id', tokenize='trigram')",
    # triggers, so that no way of writing can leave the index behind
    "CREATE TRIGGER directory_entry_added AFTER INSERT ON directory_entry BEGIN "
    "INSERT INTO directory_entry_trigrams(rowid, folded) VALUES (new.id, new.folded); END",
    "CREATE TRIGGER directory_entry_gone AFTER DELETE ON directory_entry BEGIN "
    "INSERT INTO directory_entry_trigrams(directory_entry_trigrams, rowid, folded) "
    "VALUES ('delete', old.id, old.folded); END",
    "CREATE TRIGGER directory_entry_changed AFTER UPDATE ON directory_entry BEGIN "
    "INSERT INTO directory_entry_trigrams(directory_entry_trigrams, rowid, folded) "
    "VALUES ('delete', old.id, old.folded); "
    "INSERT INTO directory_entry_trigrams(rowid, folded) VALUES (new.id, new.folded); END",
)
_SQLITE_BACK = (
    "DROP TRIGGER directory_entry_changed",
    "DROP TRIGGER directory_entry_gone",
    "DROP TRIGGER directory_entry_added",
    "DROP TABLE directory_entry_trigrams",
)
# without fastupdate: a list of rows not yet in the index would be read by every look-up until the next vacuum
_INDEX = (
    "CREATE INDEX directory_entry_trigrams ON directory_entry "
    "USING gin (folded gin_trgm_ops) WITH (fastupdate = off)"
)


class NoTrigrams(DatabaseError):
    """The role may not create the extension."""


def index(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "sqlite":
        for statement in _SQLITE:
            editor.execute(statement)
        return
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        present = cursor.fetchone() is not None
    if not present:
        _create_extension(editor)
    editor.execute(_INDEX)


def _create_extension(editor: BaseDatabaseSchemaEditor) -> None:
    try:
        editor.execute("CREATE EXTENSION pg_trgm")
    except DatabaseError as refused:
        raise NoTrigrams(
            "The look-ups need PostgreSQL's extension pg_trgm and this role may not create it. Let an "
            "administrator run CREATE EXTENSION pg_trgm in this database, then migrate again."
        ) from refused


def drop_index(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    statements = _SQLITE_BACK if editor.connection.vendor == "sqlite" else ("DROP INDEX directory_entry_trigrams",)
    for statement in statements:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Word",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "kind", "word", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=8)),
                ("word", models.CharField(max_length=60)),
                ("count", models.IntegerField()),
            ],
            options={"db_table": "directory_word"},
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=8)),
                ("code", models.CharField(max_length=30)),
                ("province_code", models.CharField(max_length=3)),
                ("ward_code", models.CharField(blank=True, max_length=10)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("sick_leave", models.BooleanField(default=False)),
                ("size", models.IntegerField()),
                ("folded", models.TextField()),
                ("sort_key", models.TextField()),
            ],
            options={
                "db_table": "directory_entry",
                "indexes": [
                    models.Index(fields=["kind", "sort_key"], name="entry_order"),
                    models.Index(fields=["kind", "province_code", "sort_key"], name="entry_province_order"),
                ],
                "constraints": [models.UniqueConstraint(fields=("kind", "code"), name="entry_once")],
            },
        ),
        migrations.RunPython(index, drop_index),
    ]
