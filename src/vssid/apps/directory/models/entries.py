"""What a look-up searches: one line a place or employer, beside the tables that hold what is shown."""

from django.db import models

from vssid.kit.sharding import TableRole


class Entry(models.Model):
    """Derived from Office, Facility, Employer and CollectionPoint; made anew whenever their rows change.

    ``kind``: office, facility, employer or point. ``folded``: `` name | English name | code ``, folded, each
    word between spaces; a trigram index stands over it on both databases (migration 0002). ``size``: letters
    of the folded name. ``since``/``until``: the contract of a facility, the life of an employer.
    """

    table_role = TableRole.REFERENCE

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=8)
    code = models.CharField(max_length=30)
    province_code = models.CharField(max_length=3)
    ward_code = models.CharField(max_length=10, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    sick_leave = models.BooleanField(default=False)
    size = models.IntegerField()
    folded = models.TextField()
    sort_key = models.TextField()

    class Meta:
        db_table = "directory_entry"
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="entry_once")]
        indexes = [
            models.Index(fields=["kind", "sort_key"], name="entry_order"),
            models.Index(fields=["kind", "province_code", "sort_key"], name="entry_province_order"),
        ]


class Word(models.Model):
    """How many entries of a kind contain a folded word: tells mistakes from words, rare from common.

    A word of letters alone stands once under each ``form``: itself, and itself with one letter left out. Two
    words one slip apart always share a form, so a handful of equal values finds what was meant.
    """

    table_role = TableRole.REFERENCE

    pk = models.CompositePrimaryKey("kind", "form", "word")
    kind = models.CharField(max_length=8)
    form = models.CharField(max_length=60)
    word = models.CharField(max_length=60)
    count = models.IntegerField()

    class Meta:
        db_table = "directory_word"
