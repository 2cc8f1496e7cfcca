from django.urls import path

from vssid.channels.staff.emergency import views

urlpatterns = [
    path("", views.begin, name="emergency"),
    path("<str:public_id>/", views.record, name="emergency_record"),
]
