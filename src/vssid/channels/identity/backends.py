"""Number and password."""

from django.contrib.auth.backends import BaseBackend


class NumberAndPassword(BaseBackend):
    pass
