"""The web application as granian serves it."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vssid.project.settings")
ordinary = get_wsgi_application()

from vssid.project.short_cut import ShortCut  # noqa: E402 - imports models, which need the settings

application = ShortCut(ordinary)
gc.freeze()  # what stands now stays: the collector need not walk the whole framework again and again
