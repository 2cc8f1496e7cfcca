"""Everything under /staff/: each route behind the second factor."""

from django.urls import include, path

from vssid.channels.staff import views

app_name = "staff"
urlpatterns = [
    path("", views.home, name="home"),
    path("cases/", include("vssid.channels.staff.cases.urls")),
    path("emergency/", include("vssid.channels.staff.emergency.urls")),
    path("counter/", include("vssid.channels.staff.counter.urls")),
    path("desk/", include("vssid.channels.staff.desk.urls")),
    path("members/", include("vssid.channels.staff.members.urls")),
    path("lists/", include("vssid.channels.staff.bulk.urls")),
]
