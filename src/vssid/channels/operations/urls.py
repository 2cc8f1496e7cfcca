from django.urls import path

from vssid.channels.operations import views

app_name = "operations"
urlpatterns = [
    path("healthz", views.process_alive, name="healthz"),
    path("readyz", views.parts_ready, name="readyz"),
]
