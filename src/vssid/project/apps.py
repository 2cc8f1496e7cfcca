"""Joins the parts when the process starts."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "vssid.project"
    label = "project"

    def ready(self) -> None:
        from vssid.apps.accounts import closings, roles
        from vssid.apps.accounts.assurance import tables
        from vssid.apps.consents import purposes
        from vssid.project import schema_rules, wiring

        tables.check()
        closings.days_to_keep()
        purposes.uses()
        roles.roles()
        schema_rules.register()
        wiring.join()
