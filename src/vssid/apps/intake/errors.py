"""What stops a whole file, or the taking back of a batch."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, NotFound, Problem, marked


class Unreadable(Problem):
    """Nothing of the file can be read; nothing was posted."""

    code = "unreadable"
    sentence = marked("%(file)s cannot be read: %(reason)s. Nothing was posted.")


class UnknownKind(Unreadable):
    code = "unknown_kind"
    sentence = marked(
        "%(file)s is not named after a kind of file. Name it after its contents, such as spells.csv or"
        " spells-0001.parquet. Known kinds: %(kinds)s."
    )


class NothingFound(Unreadable):
    code = "nothing_found"
    sentence = marked("%(path)s holds no file that can be imported. Known kinds: %(kinds)s.")


class EmptyFile(Unreadable):
    code = "empty_file"
    sentence = marked("%(file)s is empty: the first line must name the columns.")


class NotUtf8(Unreadable):
    code = "not_utf8"
    sentence = marked("%(file)s is not UTF-8 text: line %(line)s holds other bytes. Save it as CSV UTF-8.")


class NotParquet(Unreadable):
    code = "not_parquet"
    sentence = marked("%(file)s is not a complete Parquet file. Write it again, or deliver it as CSV.")


class TooManyRows(Unreadable):
    code = "too_many_rows"
    sentence = marked("%(file)s has more than %(most)s rows. Nothing was posted. Divide it into several.")


class ColumnType(Unreadable):
    code = "column_type"
    sentence = marked("%(file)s: column %(column)s holds %(found)s. Store it as text, number, date or time.")


class UnknownColumns(Unreadable):
    code = "unknown_columns"
    sentence = marked(
        "%(file)s has columns that %(kind)s does not know: %(columns)s. Correct or remove them,"
        " or import with --allow-extra to leave them aside."
    )


class MissingColumns(Unreadable):
    code = "missing_columns"
    sentence = marked("%(file)s lacks columns that %(kind)s cannot do without: %(columns)s. Add them.")


class RepeatedColumns(Unreadable):
    code = "repeated_columns"
    sentence = marked("%(file)s names these columns more than once: %(columns)s. Keep one of each.")


class ImportRunning(Conflict):
    code = "import_running"
    sentence = marked("Another import is running on this machine. Wait until it ends, then start again.")


class UnknownBatch(NotFound):
    code = "unknown_batch"
    sentence = marked("There is no batch %(batch)s.")


class AlreadyUndone(Conflict):
    code = "already_undone"
    sentence = marked("Batch %(batch)s was taken back on %(day)s. There is nothing left to undo.")


class BuiltUpon(Conflict):
    code = "built_upon"
    sentence = marked(
        "Batch %(batch)s cannot be taken back yet: %(builders)s rest on it. Take those back first,"
        " the latest one before the others."
    )
