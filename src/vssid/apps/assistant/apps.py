from django.apps import AppConfig


class AssistantConfig(AppConfig):
    name = "vssid.apps.assistant"
    label = "assistant"
