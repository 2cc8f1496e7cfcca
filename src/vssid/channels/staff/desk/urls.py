from django.urls import path

from vssid.channels.staff.desk import actions, call_backs, overview, views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("now/", views.now, name="desk_now"),
    path("call-backs/", call_backs.listed, name="desk_call_backs"),
    path("call-backs/<str:case>/", call_backs.one, name="desk_call_back"),
    path("call-backs/<str:case>/take/", call_backs.take, name="desk_call_back_take"),
    path("call-backs/<str:case>/done/", call_backs.done, name="desk_call_back_done"),
    path("overview/", overview.overview, name="desk_overview"),
    path("overview/waits.csv", overview.waits_file, name="desk_waits_file"),
    path("<str:case>/", views.matter, name="desk_matter"),
    path("<str:case>/said/", views.said, name="desk_said"),
    path("<str:case>/take/", actions.take, name="desk_take"),
    path("<str:case>/answer/", actions.answer, name="desk_answer"),
    path("<str:case>/new-way/", actions.new_way, name="desk_new_way"),
    path("<str:case>/reset/", actions.reset, name="desk_reset"),
    path("<str:case>/give-back/", actions.back, name="desk_give_back"),
    path("<str:case>/close/", actions.close, name="desk_close"),
]
