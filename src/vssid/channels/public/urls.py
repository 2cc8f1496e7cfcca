"""What anybody may open."""

from django.urls import include, path

app_name = "public"
urlpatterns = [
    path("", include("vssid.channels.public.home.urls")),
    path("", include("vssid.channels.public.app.urls")),
    path("", include("vssid.channels.public.notices.urls")),
    path("help/", include("vssid.channels.public.help.urls")),
    path("verify/", include("vssid.channels.public.verify.urls")),
]
