from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.cast import careers, health
from tests.cast.identities import Member

from vssid.apps.directory.models import Office
from vssid.apps.directory.selectors.names import Names, names


def test_names_of_three_catalogues_in_one_query(
    lan: Member, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Office.objects.create(code="00101", province_code="001", name_vi="BHXH cơ sở Hồ Sen")
    with django_assert_num_queries(1):
        found = names(
            employers=[careers.HOA_CHANH, "gone", ""], facilities={health.AN_PHU}, offices={"00101"}
        )
    assert found.employer(careers.HOA_CHANH) == "Công ty TNHH May Hoa Chanh"
    assert found.employer("gone") == "gone"
    assert found.facility(health.AN_PHU) == "Phòng khám An Phú"
    assert found.office("00101") == "BHXH cơ sở Hồ Sen"


@pytest.mark.django_db
def test_nothing_asked_costs_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert names(employers=[""]) == Names()
