from vssid.apps.directory.tests.conftest import country, made_country

__all__ = ["country", "made_country"]
