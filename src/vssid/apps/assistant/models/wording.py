"""What editors have the hotline say instead of the shipped sentences."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vssid.kit.sharding import TableRole


class Wording(models.Model):
    """Of a ``key`` and language the highest ``number`` holds; earlier ones stay as they were written.

    ``text`` with its placeholders; empty: the shipped sentence again. ``author``: who wrote it, by the
    key their sign-in has in the access log.
    """

    table_role = TableRole.REFERENCE

    key = models.CharField(max_length=40)
    language = models.CharField(max_length=8)
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=600, blank=True)
    author = models.CharField(max_length=80)
    written_at = models.DateTimeField()

    class Meta:
        db_table = "assistant_wording"
        verbose_name = _("spoken sentence")
        verbose_name_plural = _("spoken sentences")
        constraints = [
            models.UniqueConstraint(fields=["key", "language", "number"], name="assistant_wording_number")
        ]

    def __str__(self) -> str:
        return self.key
