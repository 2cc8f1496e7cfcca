from django.urls import path

from vssid.channels.citizen.visits import views

urlpatterns = [
    path("", views.visits, name="visits"),
    path("certificates/", views.certificates, name="certificates"),
    path("visits.csv", views.visits_file, name="visits_file"),
    path("<str:public_id>/", views.visit, name="visit"),
]
