from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "vssid.channels.staff"
    label = "staff_door"
