"""Calls, chats, and what the contact centre has to do."""

from vssid.apps.assistant.models.conversation import Conversation, Turn
from vssid.apps.assistant.models.desk import CallBack, HandOver
from vssid.apps.assistant.models.ring_back import RingBack
from vssid.apps.assistant.models.voice_session import VoiceSession
from vssid.apps.assistant.models.wording import Wording

__all__ = ["CallBack", "Conversation", "HandOver", "RingBack", "Turn", "VoiceSession", "Wording"]
