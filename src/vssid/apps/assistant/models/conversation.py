"""A chat with the assistant, and what was said in it."""

import uuid

from django.db import models

from vssid.kit.sharding import TableRole


class Conversation(models.Model):
    """LOCAL: most are of visitors. ``id`` is random and may stand in an address; it opens nothing by itself.

    ``person_id``: None for a visitor, who is known by ``browser_digest``, a keyed hash of what their browser
    keeps. ``kept``: the person chose to keep it. ``turns``: how many there are. ``officer``: a pseudonym.
    """

    table_role = TableRole.LOCAL

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person_id = models.BigIntegerField(null=True)
    begun_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    turns = models.IntegerField(default=0)
    kept = models.BooleanField(default=False)
    language = models.CharField(max_length=7)
    state = models.CharField(max_length=12)
    topic = models.CharField(max_length=40, blank=True)
    officer = models.CharField(max_length=16, blank=True)
    browser_digest = models.CharField(max_length=43, blank=True)

    class Meta:
        db_table = "conversation"
        indexes = [
            models.Index(fields=["person_id", "moved_at"], name="conversation_person"),
            models.Index(fields=["moved_at"], name="conversation_age"),
        ]


class Turn(models.Model):
    """``number``: counted from 1 within the chat. ``by``: a code of :class:`..vocabulary.By`.
    ``text_sealed``: ``table="turn", pk="<conversation>,<number>", field="text"``. ``entry``: the approved
    answer it gave; ``cites``: addresses of the pages it rests on, a line each."""

    table_role = TableRole.LOCAL

    pk = models.CompositePrimaryKey("conversation_id", "number")
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="said", db_index=False
    )
    number = models.IntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=9)
    entry = models.CharField(max_length=40, blank=True)
    cites = models.TextField(blank=True)
    text_sealed = models.TextField(blank=True)

    class Meta:
        db_table = "turn"
