from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "vssid.channels.identity"
    label = "identity_door"
