from django.urls import path

from vssid.channels.citizen.benefits import views as benefits
from vssid.channels.citizen.family import child, missing, views
from vssid.channels.citizen.privacy import views as privacy
from vssid.channels.citizen.visits import views as visits
from vssid.channels.citizen.whose import of_family
from vssid.domain.values.actor import Scope

urlpatterns = [
    path("", views.family, name="family"),
    path("authorise/", views.authorise, name="authorise"),
    path("accept/", views.accept, name="delegation_accept"),
    path("add-child/", missing.add_child, name="add_child"),
    path("child/<str:public_id>/", child.child, name="child_account"),
    path("withdraw/", child.withdraw, name="child_withdraw"),
    path("end/", views.end, name="delegation_end"),
    path("<str:public_id>/months/", views.months, name="family_months"),
    *(
        path(f"<str:public_id>/{address}", of_family(view, scope), name=f"family_{name}")
        for address, view, scope, name in (
            ("benefits/", benefits.benefits, Scope.BENEFITS, "benefits"),
            ("benefits/benefits.csv", benefits.benefits_file, Scope.BENEFITS, "benefits_file"),
            ("visits/", visits.visits, Scope.RECORD, "visits"),
            ("visits/certificates/", visits.certificates, Scope.RECORD, "certificates"),
            ("visits/visits.csv", visits.visits_file, Scope.RECORD, "visits_file"),
            ("visits/<str:within>/", visits.visit, Scope.RECORD, "visit"),
            ("copy/", privacy.copy, Scope.RECORD, "copy"),
        )
    ),
]
