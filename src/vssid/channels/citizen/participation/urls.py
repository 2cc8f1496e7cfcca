from django.urls import path

from vssid.channels.citizen.participation import statement_view, views

urlpatterns = [
    path("", views.participation, name="participation"),
    path("participation.csv", views.participation_file, name="participation_file"),
    path("contributions/", views.contributions, name="contributions"),
    path("contributions.csv", views.contributions_file, name="contributions_file"),
    path("statement/", statement_view.statement, name="statement"),
    path("<str:public_id>/", views.span, name="span"),
]
