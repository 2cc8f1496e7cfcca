from django.urls import path

from vssid.channels.staff.counter import views

urlpatterns = [
    path("", views.counter, name="counter"),
    path("register/", views.register, name="counter_register"),
    path("<str:public_id>/", views.visit, name="counter_visit"),
    path("<str:public_id>/code/", views.send_code, name="counter_code"),
    path("<str:public_id>/contact/", views.new_contact, name="counter_contact"),
    path("<str:public_id>/confirm/", views.confirm, name="counter_confirm"),
    path("<str:public_id>/passkey/", views.confirm_passkey, name="counter_passkey"),
]
