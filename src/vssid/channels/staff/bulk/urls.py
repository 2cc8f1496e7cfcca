from django.urls import path

from vssid.channels.staff.bulk import views

urlpatterns = [
    path("", views.lists, name="lists"),
    path("<str:public_id>/", views.outcome, name="list"),
    path("<str:public_id>/rejects.csv", views.rejects, name="list_rejects"),
]
