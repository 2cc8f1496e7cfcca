from django.urls import path

from vssid.channels.citizen.card import views

urlpatterns = [
    path("", views.card, name="card"),
    path("print/", views.printed, name="card_print"),
    path("<str:public_id>/", views.family_card, name="family_card"),
    path("<str:public_id>/print/", views.family_printed, name="family_card_print"),
]
