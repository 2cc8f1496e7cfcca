from vssid.apps.directory.tests.conftest import country

__all__ = ["country"]
