from django.urls import path

from vssid.channels.citizen.report import views

urlpatterns = [
    path("", views.report, name="report"),
    path("asked/", views.reports, name="reports"),
    path("asked/<str:public_id>/", views.case, name="report_case"),
]
