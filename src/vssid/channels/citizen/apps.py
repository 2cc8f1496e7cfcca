from django.apps import AppConfig


class CitizenConfig(AppConfig):
    name = "vssid.channels.citizen"
    label = "citizen_door"
