"""What the contact centre has to do: calls and chats that wait for a person, and people to call back."""

from django.db import models

from vssid.apps.assistant.vocabulary import Work
from vssid.kit.sharding import TableRole


class Matter(models.Model):
    """Of a call (``session``) or a chat (``conversation``). ``case``: the random number the desk opens it by.
    ``taken_by``: a pseudonym; ``outcome``: a code of :class:`..outcomes.Outcome`."""

    table_role = TableRole.LOCAL

    person_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    case = models.CharField(max_length=10, unique=True)
    language = models.CharField(max_length=7)
    topic = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=8, default=Work.WAITING)
    taken_by = models.CharField(max_length=16, blank=True)
    outcome = models.CharField(max_length=20, blank=True)

    class Meta:
        abstract = True


class HandOver(Matter):
    """Its ``case`` is what the exchange passes on. ``number_masked``: the end of a number, never all of it.
    ``tried``: what was tried before, codes joined by blanks. ``procedure_case``: the number of a case an
    officer opened for it."""

    session = models.ForeignKey(
        "assistant.VoiceSession", null=True, on_delete=models.SET_NULL, related_name="hand_overs"
    )
    conversation = models.ForeignKey(
        "assistant.Conversation", null=True, on_delete=models.SET_NULL, related_name="hand_overs"
    )
    number_masked = models.CharField(max_length=16, blank=True)
    tried = models.CharField(max_length=200, blank=True)
    procedure_case = models.CharField(max_length=30, blank=True)

    class Meta:
        db_table = "hand_over"
        indexes = [
            models.Index(fields=["at"], name="hand_over_at"),
            models.Index(fields=["at"], condition=~models.Q(state=Work.DONE), name="hand_over_waiting"),
            models.Index(fields=["person_id"], name="hand_over_person"),
        ]


class CallBack(Matter):
    """Somebody asked to be rung by staff. ``phone_sealed``: ``table="call_back", pk=case, field="phone"``;
    an officer sees it once they have taken the matter."""

    sealed_at = ("case",)

    session = models.ForeignKey(
        "assistant.VoiceSession", null=True, on_delete=models.SET_NULL, related_name="call_backs"
    )
    conversation = models.ForeignKey(
        "assistant.Conversation", null=True, on_delete=models.SET_NULL, related_name="call_backs"
    )
    phone_masked = models.CharField(max_length=16, blank=True)
    phone_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "call_back"
        indexes = [
            models.Index(fields=["at"], name="call_back_at"),
            models.Index(fields=["at"], condition=~models.Q(state=Work.DONE), name="call_back_waiting"),
            models.Index(fields=["person_id"], name="call_back_person"),
        ]
