from django.urls import path

from vssid.channels.citizen.welcome import views

urlpatterns = [
    path("", views.card, name="welcome"),
    path("months/", views.months, name="welcome_months"),
    path("control/", views.control, name="welcome_control"),
    path("finish/", views.finish, name="welcome_finish"),
]
