"""What was done to a case."""

from django.db import models

from vssid.kit.sharding import TableRole


class CaseEvent(models.Model):
    """Written once, never changed. ``version`` is the one the step gave the case, so the history has no gap
    and no fork. ``act``: a code of :class:`vssid.domain.casework.transitions.Act`. ``actor_ref``: the
    pseudonym of an officer, or the rule and the day it is of force since; empty for the person.
    ``words_sealed``: ``table="procedure_case_event", pk="<case>,<version>"``."""

    table_role = TableRole.LOCAL
    sealed_under = "case:{case_id}"

    pk = models.CompositePrimaryKey("case_id", "version")
    case = models.ForeignKey(
        "procedures.Case", on_delete=models.PROTECT, related_name="events", db_index=False
    )
    version = models.IntegerField()
    at = models.DateTimeField()
    act = models.CharField(max_length=10)
    party = models.CharField(max_length=7)
    actor_ref = models.CharField(max_length=48, blank=True)
    outcome = models.CharField(max_length=10, blank=True)
    reason = models.CharField(max_length=40, blank=True)
    words_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "procedure_case_event"
