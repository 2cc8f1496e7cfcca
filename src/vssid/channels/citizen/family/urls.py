from django.urls import path

from vssid.channels.citizen.family import views

urlpatterns = [
    path("", views.family, name="family"),
    path("authorise/", views.authorise, name="authorise"),
    path("accept/", views.accept, name="delegation_accept"),
    path("end/", views.end, name="delegation_end"),
    path("<str:public_id>/months/", views.months, name="family_months"),
]
