from django.urls import path

from vssid.channels.staff.cases import actions, views, waived

urlpatterns = [
    path("", views.queue, name="cases"),
    path("waived/", waived.waived, name="cases_waived"),
    path("elsewhere/", views.elsewhere, name="case_elsewhere"),
    path("<str:number>/", views.case, name="case"),
    path("<str:number>/photos/<str:photo>/", views.photo, name="case_photo"),
    path("<str:number>/claim/", actions.claim, name="case_claim"),
    path("<str:number>/release/", actions.release, name="case_release"),
    path("<str:number>/resume/", actions.resume, name="case_resume"),
    path("<str:number>/ask/", actions.ask, name="case_ask"),
    path("<str:number>/decide/", actions.decide, name="case_decide"),
    path("<str:number>/confirm/", actions.confirm, name="case_confirm"),
    path("<str:number>/send-back/", actions.send_back, name="case_send_back"),
]
