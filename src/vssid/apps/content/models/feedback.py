"""Whether a page was useful, without knowing who said so."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vssid.kit.languages import LANGUAGE_NAMES
from vssid.kit.sharding import TableRole


class Feedback(models.Model):
    """One answer a visitor, page and day. ``visitor`` is a hash under a salt that is forgotten after the day.

    ``page``: kind and slug, such as ``question/a1``. ``sentence``: numbers in it are masked before saving.
    """

    table_role = TableRole.LOCAL

    page = models.CharField(_("page"), max_length=80)
    day = models.DateField(_("day"))
    visitor = models.CharField(max_length=43)
    useful = models.BooleanField(_("useful"))
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGE_NAMES)
    sentence = models.CharField(_("what the reader said"), max_length=300, blank=True)

    class Meta:
        db_table = "content_feedback"
        verbose_name = _("answer of a reader")
        verbose_name_plural = _("answers of readers")
        constraints = [
            models.UniqueConstraint(fields=["page", "day", "visitor"], name="content_feedback_once_a_day")
        ]
        indexes = [models.Index(fields=["day", "page"], name="content_feedback_day")]


class FeedbackSalt(models.Model):
    """The salt of one day; deleting it makes the hashes of that day meaningless."""

    table_role = TableRole.LOCAL

    day = models.DateField(primary_key=True)
    salt = models.CharField(max_length=43)

    class Meta:
        db_table = "content_feedback_salt"
