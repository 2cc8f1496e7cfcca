from django.urls import path

from vssid.channels.public.app import views

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("service-worker.js", views.service_worker, name="service_worker"),
    path("installed/", views.installed, name="installed"),
    path("offline/", views.offline, name="offline"),
    path("offline/<slug:language>/", views.offline_in, name="offline_in"),
]
