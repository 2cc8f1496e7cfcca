from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "vssid.channels.public"
    label = "public_door"
