from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "vssid.apps.procedures"
    label = "procedures"

    def ready(self) -> None:
        from vssid.apps.procedures.kinds.loading import catalogue

        catalogue()  # a broken procedure stops the start by name, not an officer's morning
