"""Joins the parts when the process starts."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "vssid.project"
    label = "project"

    def ready(self) -> None:
        from vssid.apps.accounts import roles
        from vssid.apps.accounts.assurance import tables
        from vssid.project import schema_rules, wiring

        tables.check()
        roles.roles()
        schema_rules.register()
        wiring.join()
