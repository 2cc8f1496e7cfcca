"""A parent or guardian asks for a child that the agency's files do not name as theirs."""

from django.db import models

from vssid.apps.accounts.child_requests.states import State
from vssid.kit.sharding import TableRole


class ChildRequest(models.Model):
    """``child_id``: whose number was typed; None when nobody on record has it, and whoever typed it sees no
    difference. ``tie``: what the asker is to the child, a code of
    :class:`~vssid.apps.accounts.child_requests.states.Tie`. ``answers_sealed`` and ``population_sealed``:
    ``table="child_request", pk=id``, field ``answers`` and ``population``."""

    table_role = TableRole.LOCAL
    sealed_under = "child_request:{id}"

    asker_id = models.BigIntegerField()
    child_id = models.BigIntegerField(null=True)
    tie = models.CharField(max_length=8)
    state = models.CharField(max_length=8, default=State.OPEN)
    asked_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    answers_sealed = models.TextField(blank=True)
    population_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "child_request"
        indexes = [models.Index(fields=["asker_id", "state"], name="child_request_asker")]


class ChildRequestPhoto(models.Model):
    """That a photo is kept; the photo itself stands sealed in the store of registrations' photos."""

    table_role = TableRole.LOCAL

    request = models.OneToOneField(ChildRequest, on_delete=models.CASCADE, related_name="photo")
    kind = models.CharField(max_length=20)
    taken_at = models.DateTimeField()

    class Meta:
        db_table = "child_request_photo"
