"""Somebody who asks for an account."""

from django.db import models

from vssid.apps.accounts.registrations.states import State
from vssid.kit.sharding import TableRole


class Registration(models.Model):
    """``browser_digest``: keyed hash of what the applicant's browser keeps. ``answers_sealed`` and
    ``population_sealed``: ``table="registration", pk=id``, field ``answers`` and ``population``.

    ``officer``: the pseudonym of who began it at the counter, empty otherwise.
    ``person_id``: whose number was typed, once it was sent; None when nobody on record has it.
    ``keep_until``: a draft is erased then. ``to_correct``: the questions that are open again, joined by dots.
    ``source``: what brought the applicant, see :mod:`vssid.apps.accounts.adoption`.
    ``photos_asked``: three photos are needed before it is sent.
    ``vouched_digest``: keyed hash of the answers VNeID vouched for, empty without it. ``guardian_id``: who
    asked for an account of a child they answer for. ``bulk_file``: the list it came in.
    ``reason``: the officer's, a code of the procedure. ``activation_digest``: of the code that was sent last.
    """

    table_role = TableRole.LOCAL
    sealed_under = "registration:{id}"

    state = models.CharField(max_length=12, default=State.DRAFT)
    channel = models.CharField(max_length=12)
    source = models.CharField(max_length=20, blank=True, default="")
    officer = models.CharField(max_length=16, blank=True)
    language = models.CharField(max_length=7)
    browser_digest = models.CharField(max_length=43)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    keep_until = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    person_id = models.BigIntegerField(null=True)
    phone_proven_at = models.DateTimeField(null=True)
    email_proven_at = models.DateTimeField(null=True)
    to_correct = models.CharField(max_length=80, blank=True)
    vouched_digest = models.CharField(max_length=43, blank=True)
    guardian_id = models.BigIntegerField(null=True)
    bulk_file = models.ForeignKey("accounts.BulkFile", null=True, on_delete=models.SET_NULL)
    reason = models.CharField(max_length=40, blank=True)
    photos_asked = models.BooleanField(default=False)
    answers_sealed = models.TextField(blank=True)
    population_sealed = models.TextField(blank=True)
    words_sealed = models.TextField(blank=True)
    activation_digest = models.CharField(max_length=43, blank=True)
    activation_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "registration"
        indexes = [
            models.Index(fields=["browser_digest"], name="registration_browser"),
            models.Index(fields=["person_id"], name="registration_person"),
            models.Index(
                fields=["keep_until"], condition=models.Q(state=State.DRAFT), name="registration_forgotten"
            ),
        ]


class RegistrationPhoto(models.Model):
    """That a photo is kept; the photo itself stands sealed in the store, under a key of its own kind."""

    table_role = TableRole.LOCAL

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="photos")
    kind = models.CharField(max_length=8)
    taken_at = models.DateTimeField()

    class Meta:
        db_table = "registration_photo"
        constraints = [
            models.UniqueConstraint(fields=["registration", "kind"], name="registration_photo_kind")
        ]


class RegistrationCode(models.Model):
    """A code on its way to a telephone or mailbox that is to be proved; a new one takes its place."""

    table_role = TableRole.LOCAL

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="codes")
    channel = models.CharField(max_length=6)
    digest = models.CharField(max_length=43)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)

    class Meta:
        db_table = "registration_code"
        constraints = [
            models.UniqueConstraint(fields=["registration", "channel"], name="registration_code_live")
        ]
