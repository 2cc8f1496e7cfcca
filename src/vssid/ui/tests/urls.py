"""The gallery and Django's language view, for tests of the components alone."""

from django.urls import include, path

urlpatterns = [path("ui/", include("vssid.ui.gallery.urls")), path("i18n/", include("django.conf.urls.i18n"))]
