from django.urls import path

from vssid.channels.citizen.family import views

urlpatterns = [
    path("", views.family, name="family"),
    path("authorise/", views.authorise, name="authorise"),
    path("<str:public_id>/months/", views.months, name="family_months"),
    path("<str:public_id>/accept/", views.accept, name="delegation_accept"),
    path("<str:public_id>/end/", views.end, name="delegation_end"),
]
