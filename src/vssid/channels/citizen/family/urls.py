from django.urls import path

from vssid.channels.citizen.family import child, views

urlpatterns = [
    path("", views.family, name="family"),
    path("authorise/", views.authorise, name="authorise"),
    path("accept/", views.accept, name="delegation_accept"),
    path("child/<str:public_id>/", child.child, name="child_account"),
    path("withdraw/", child.withdraw, name="child_withdraw"),
    path("end/", views.end, name="delegation_end"),
    path("<str:public_id>/months/", views.months, name="family_months"),
]
