from django.urls import path

from vssid.channels.citizen.estimates import views

urlpatterns = [
    path("", views.estimates, name="estimates"),
    path("kept/<str:estimate>/", views.kept, name="kept_estimate"),
    path("kept/<str:estimate>/paper/", views.paper, name="estimate_paper"),
    path("kept/<str:estimate>/delete/", views.delete, name="delete_estimate"),
    path("<slug:kind>/", views.ask, name="estimate"),
    path("<slug:kind>/keep/", views.keep, name="keep_estimate"),
]
