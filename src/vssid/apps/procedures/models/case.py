"""One thing a person asked of the agency."""

from django.db import models

from vssid.kit.sharding import TableRole


class Case(models.Model):
    """LOCAL, not of one person: an office's queue runs over many, and an applicant may not be on record yet
    (``person_id`` None). What the person said stays in the tables of the person.

    ``subject`` names, in words of its kind, what the case is about; one case for each. ``holder``,
    ``proposer`` and ``own_work_of`` are pseudonyms of officers: who works on it, whose proposal waits, and
    whose own work it is about. ``due_at``: while the clock runs; ``seconds_left``: the working time that
    remained when it was stopped, None while it runs. ``answer_until``: the last day of the person's turn.
    ``channel``: how it came, where the kind tells ways apart. ``version`` grows with every step, and each
    step is a statement that names the one it saw.
    """

    table_role = TableRole.LOCAL

    person_id = models.BigIntegerField(null=True)
    opened_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answer_until = models.DateField(null=True)
    seconds_left = models.IntegerField(null=True)
    version = models.IntegerField(default=0)
    closed = models.BooleanField(default=False)
    kind = models.CharField(max_length=40)
    office_code = models.CharField(max_length=8)
    state = models.CharField(max_length=15)
    subject = models.CharField(max_length=80)
    channel = models.CharField(max_length=12, blank=True)
    holder = models.CharField(max_length=16, blank=True)
    proposer = models.CharField(max_length=16, blank=True)
    own_work_of = models.CharField(max_length=16, blank=True)
    outcome = models.CharField(max_length=10, blank=True)
    reason = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "procedure_case"
        constraints = [models.UniqueConstraint(fields=["kind", "subject"], name="case_once_a_subject")]
        indexes = [
            models.Index(
                fields=["office_code", "due_at", "id"], condition=models.Q(closed=False), name="case_queue"
            ),
            models.Index(fields=["person_id"], name="case_person"),
        ]
