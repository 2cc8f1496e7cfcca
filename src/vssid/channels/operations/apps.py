from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "vssid.channels.operations"
    label = "operations_door"
