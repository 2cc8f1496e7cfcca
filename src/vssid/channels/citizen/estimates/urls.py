from django.urls import path

from vssid.channels.citizen.estimates import views

urlpatterns = [
    path("", views.estimates, name="estimates"),
    path("kept/<str:estimate>/", views.kept, name="kept_estimate"),
    path("kept/<str:estimate>/figures.csv", views.kept_file, name="kept_estimate_file"),
    path("kept/<str:estimate>/paper/", views.paper, name="estimate_paper"),
    path("kept/<str:estimate>/delete/", views.delete, name="delete_estimate"),
    path("<slug:kind>/", views.ask, name="estimate"),
    path("<slug:kind>/figures.csv", views.figures_file, name="estimate_file"),
    path("<slug:kind>/keep/", views.keep, name="keep_estimate"),
]
