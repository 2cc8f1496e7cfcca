from django.urls import path

from vssid.channels.staff.members import views

urlpatterns = [
    path("", views.members, name="members"),
    path("ask/", views.ask, name="member_ask"),
    path("requests/<str:public_id>/code/", views.show_code, name="member_show_code"),
    path("<str:public_id>/", views.member, name="member"),
    path("<str:public_id>/change/", views.change, name="member_change"),
    path("<str:public_id>/code/", views.ask_code, name="member_code"),
    path("<str:public_id>/leave/", views.leave, name="member_leave"),
]
