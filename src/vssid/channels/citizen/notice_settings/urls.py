from django.urls import path

from vssid.channels.citizen.notice_settings import views

urlpatterns = [
    path("", views.notice_settings, name="notice_settings"),
    path("push/", views.subscribe, name="push_subscribe"),
    path("push/off/", views.unsubscribe, name="push_unsubscribe"),
]
