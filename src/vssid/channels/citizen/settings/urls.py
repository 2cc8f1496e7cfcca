from django.urls import path

from vssid.channels.citizen.settings import views

urlpatterns = [
    path("", views.settings, name="settings"),
    path("theme/", views.set_theme, name="set_theme"),
    path("switch/<slug:name>/", views.set_switch, name="set_switch"),
]
