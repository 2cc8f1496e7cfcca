"""The person's own app, a folder a screen."""

from django.urls import include, path

app_name = "citizen"
urlpatterns = [
    path("", include("vssid.channels.citizen.home.urls")),
    path("welcome/", include("vssid.channels.citizen.welcome.urls")),
    path("card/", include("vssid.channels.citizen.card.urls")),
    path("participation/", include("vssid.channels.citizen.participation.urls")),
    path("book/", include("vssid.channels.citizen.book.urls")),
    path("papers/", include("vssid.channels.citizen.papers.urls")),
    path("benefits/", include("vssid.channels.citizen.benefits.urls")),
    path("estimates/", include("vssid.channels.citizen.estimates.urls")),
    path("visits/", include("vssid.channels.citizen.visits.urls")),
    path("access-log/", include("vssid.channels.citizen.access_log.urls")),
    path("report/", include("vssid.channels.citizen.report.urls")),
    path("inbox/", include("vssid.channels.citizen.inbox.urls")),
    path("settings/notices/", include("vssid.channels.citizen.notice_settings.urls")),
    path("settings/devices/", include("vssid.channels.citizen.devices.urls")),
    path("settings/offline/", include("vssid.channels.citizen.offline.urls")),
    path("settings/contacts/", include("vssid.channels.citizen.contacts.urls")),
    path("settings/sign-in/", include("vssid.channels.citizen.sign_in_ways.urls")),
    path("settings/", include("vssid.channels.citizen.settings.urls")),
    path("family/", include("vssid.channels.citizen.family.urls")),
    path("privacy/", include("vssid.channels.citizen.privacy.urls")),
    path("privacy/consents/", include("vssid.channels.citizen.consents.urls")),
    path("privacy/close/", include("vssid.channels.citizen.closing.urls")),
    path("privacy/requests/", include("vssid.channels.citizen.data_requests.urls")),
    path("profile/", include("vssid.channels.citizen.profile.urls")),
]
