from django.urls import path

from vssid.channels.citizen.inbox import views

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read/", views.mark_read, name="inbox_read"),
    path("<str:public_id>/", views.notice, name="notice"),
]
