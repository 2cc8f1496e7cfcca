from django.apps import AppConfig


class VneidConfig(AppConfig):
    name = "vssid.integrations.vneid"
    label = "vneid"
