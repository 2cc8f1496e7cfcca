"""An entry is one address; its versions say from when what holds; a version has one text a language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vssid.apps.content.vocabulary import Confidence, Kind, Origin, State, Topic
from vssid.kit.sharding import TableRole


class Entry(models.Model):
    """``slug`` stands in the address and never changes; ``order`` places it within its topic."""

    table_role = TableRole.REFERENCE

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    slug = models.SlugField(_("address"), max_length=60)
    topic = models.CharField(_("topic"), max_length=20, choices=Topic)
    order = models.IntegerField(_("place in its topic"), default=100)

    class Meta:
        db_table = "content_entry"
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        ordering = ["kind", "topic", "order", "slug"]
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="content_entry_address")]

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug}"


class Version(models.Model):
    """Holds from ``effective_from`` until the next published one; of two from the same day the later number.

    ``as_of``: the day its facts were checked. ``changed_on``: from then on it differs from what held before.
    ``basis``: acts and articles; ``basis_in`` the same by language. ``sources``: ``{title, url}``.
    ``digest``: of a shipped text, to know it again; empty for what staff wrote.
    """

    table_role = TableRole.REFERENCE

    entry = models.ForeignKey("content.Entry", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    origin = models.CharField(_("origin"), max_length=8, choices=Origin)
    digest = models.CharField(max_length=64, blank=True)
    effective_from = models.DateField(_("holds from"))
    as_of = models.DateField(_("checked on"))
    changed_on = models.DateField(_("changed on"), null=True, blank=True)
    confidence = models.CharField(_("how sure"), max_length=1, choices=Confidence)
    basis = models.CharField(max_length=400, blank=True)
    basis_in = models.JSONField(default=dict, blank=True)
    sources = models.JSONField(default=list, blank=True)
    author = models.CharField(_("author"), max_length=80)
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by = models.CharField(max_length=80, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=80, blank=True)

    class Meta:
        db_table = "content_version"
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["entry", "-number"]
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="content_version_number")]

    def __str__(self) -> str:
        return f"{self.entry}, version {self.number}"


class Text(models.Model):
    """``body`` is Markdown with figures (:mod:`..writing.figures`)."""

    table_role = TableRole.REFERENCE

    version = models.ForeignKey("content.Version", on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=200)
    summary = models.CharField(max_length=400, blank=True)
    body = models.TextField(blank=True)

    class Meta:
        db_table = "content_text"
        constraints = [models.UniqueConstraint(fields=["version", "language"], name="content_text_language")]

    def __str__(self) -> str:
        return f"{self.version}, {self.language}"


class Stamp(models.Model):
    """One row, drawn anew with every change of what is published: so readers know their copy is current."""

    table_role = TableRole.REFERENCE

    id = models.SmallIntegerField(primary_key=True, default=1)
    mark = models.CharField(max_length=22)

    class Meta:
        db_table = "content_stamp"
