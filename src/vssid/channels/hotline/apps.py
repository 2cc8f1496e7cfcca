from django.apps import AppConfig


class HotlineConfig(AppConfig):
    name = "vssid.channels.hotline"
    label = "hotline_door"
