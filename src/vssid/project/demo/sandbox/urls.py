from django.urls import path

from vssid.project.demo.sandbox import telephone, views

app_name = "sandbox"
urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("telephone/", telephone.page, name="telephone"),
    path("telephone/call/", telephone.call, name="telephone_call"),
]
