from django.urls import path

from vssid.integrations.vneid import views

urlpatterns = [
    path("login/", views.begin, name="vneid_login"),
    path("login/callback/", views.callback, name="vneid_callback"),
]
