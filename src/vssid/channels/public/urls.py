"""What anybody may open."""

from django.urls import include, path

app_name = "public"
urlpatterns = [
    path("", include("vssid.channels.public.home.urls")),
    path("", include("vssid.channels.public.app.urls")),
    path("", include("vssid.channels.public.notices.urls")),
    path("feedback/", include("vssid.channels.public.feedback.urls")),
    path("help/", include("vssid.channels.public.help.urls")),
    path("lookup/", include("vssid.channels.public.lookup.urls")),
    path("news/", include("vssid.channels.public.news.urls")),
    path("policies/law/", include("vssid.channels.public.law.urls")),
    path("policies/", include("vssid.channels.public.policies.urls")),
    path("search/", include("vssid.channels.public.search.urls")),
    path("whats-new/", include("vssid.channels.public.whats_new.urls")),
    path("", include("vssid.channels.public.verify.urls")),
]
