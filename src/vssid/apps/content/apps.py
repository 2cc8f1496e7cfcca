from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "vssid.apps.content"
    label = "content"
