from django.urls import path, re_path

from vssid.channels.citizen.contacts import views

urlpatterns = [
    path("", views.contacts, name="contacts"),
    re_path(r"^(?P<channel>sms|email)/$", views.change, name="contact_change"),
    re_path(r"^(?P<channel>sms|email)/confirm/$", views.confirm, name="contact_confirm"),
    re_path(r"^(?P<channel>sms|email)/stop/$", views.stop, name="contact_stop"),
]
